package cn.lianping.jointrelease;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.Offices;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Publishes a signed release, after everything was checked once more (article 6.4). */
@Service
class Publication {

    private final ReleaseMapper mapper;
    private final ReleaseDrafts drafts;
    private final NoticedList noticed;
    private final Rounds rounds;
    private final Cases cases;
    private final Offices offices;
    private final DocumentService documents;
    private final ProcessMessages messages;
    private final AuditLog audit;
    private final Clock clock;

    Publication(
            ReleaseMapper mapper,
            ReleaseDrafts drafts,
            NoticedList noticed,
            Rounds rounds,
            Cases cases,
            Offices offices,
            DocumentService documents,
            ProcessMessages messages,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.drafts = drafts;
        this.noticed = noticed;
        this.rounds = rounds;
        this.cases = cases;
        this.offices = offices;
        this.documents = documents;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes the round's signed release and tells every case, one job each. */
    void publish(String roundNo) {
        rounds.lock(roundNo);
        Release release = Optional.ofNullable(mapper.findDrafted(roundNo))
                .orElseThrow(() -> Refusal.conflict("批次 " + roundNo + " 没有待发布的文件"));
        requireSigned(release);
        drafts.requireNothingPending(roundNo);
        List<NoticedCase> items = mapper.items(release.releaseId());
        requireAsNoticed(items, noticed.releasable(roundNo));
        Set<String> listed =
                new HashSet<>(items.stream().map(NoticedCase::caseNo).toList());
        List<EvaluationCase> released = cases.ofRound(roundNo, CaseStatus.NOTICE_ENDED).stream()
                .filter(c -> listed.contains(c.caseNo()))
                .toList();
        items.forEach(i -> cases.advance(
                i.caseNo(), CaseStatus.RELEASED, List.of(CaseStatus.NOTICE_ENDED), "联合发布 " + release.documentNo()));
        LocalDate today = LocalDate.now(clock);
        Document document = documents.produce(
                DocumentKind.RELEASE,
                roundNo,
                String.valueOf(release.seq()),
                release.title(),
                model(release, items, offices.of(rounds.require(roundNo).areaCode()), today));
        mapper.publish(release.releaseId(), today, clock.millis(), document.id());
        audit.record(
                roundNo,
                "联合发布",
                release.releaseId(),
                Map.of(
                        "documentNo", release.documentNo(),
                        "publishedOn", today.toString(),
                        "cases", items.stream().map(NoticedCase::caseNo).toList()));
        messages.fanOut(
                JointReleaseProcess.PUBLISHED,
                released.stream().map(EvaluationCase::processInstanceId).toList());
    }

    private void requireSigned(Release release) {
        List<Signature> valid = mapper.signatures(release.releaseId()).stream()
                .filter(s -> s.validFor(release))
                .toList();
        Set<String> industry = signers(valid, Signature.INDUSTRY);
        Set<String> science = signers(valid, Signature.SCIENCE);
        if (industry.isEmpty() || science.isEmpty()) {
            throw Refusal.conflict("发布文件缺少有效签署:" + (industry.isEmpty() ? "省工信厅会签" : "省科技厅签发"));
        }
        if (industry.equals(science)) {
            throw Refusal.conflict("会签与签发不能是同一人,不能发布");
        }
    }

    private static Set<String> signers(List<Signature> signatures, String department) {
        Set<String> found = new TreeSet<>();
        signatures.stream()
                .filter(s -> s.department().equals(department))
                .map(Signature::userId)
                .forEach(found::add);
        return found;
    }

    /** The annex is what was noticed, less what was removed or is held: the same cases, places, scores and names. */
    static void requireAsNoticed(List<NoticedCase> annex, List<NoticedCase> noticed) {
        List<NoticedCase> tooMany = new ArrayList<>(new HashSet<>(annex));
        tooMany.removeAll(new HashSet<>(noticed));
        List<NoticedCase> missing = new ArrayList<>(new HashSet<>(noticed));
        missing.removeAll(new HashSet<>(annex));
        if (!tooMany.isEmpty() || !missing.isEmpty() || annex.isEmpty()) {
            throw Refusal.conflict(
                    "附件与公示名单不一致,不能发布:附件多出或不同 " + named(tooMany) + ",公示名单多出或不同 " + named(missing) + ";请退回重新拟制");
        }
    }

    private static String named(List<NoticedCase> items) {
        return items.size() + " 件("
                + String.join(
                        "、",
                        items.stream()
                                .map(NoticedCase::caseNo)
                                .sorted()
                                .limit(5)
                                .toList())
                + ")";
    }

    private static Map<String, Object> model(
            Release release, List<NoticedCase> items, List<String> signers, LocalDate today) {
        return Map.of(
                "documentNo",
                release.documentNo(),
                "title",
                release.title(),
                "body",
                release.body(),
                "signers",
                signers,
                "publishedOn",
                OfficialDate.of(today),
                "items",
                items.stream()
                        .map(i -> Map.<String, Object>of(
                                "place", i.place(),
                                "allianceName", i.allianceName(),
                                "leadName", i.leadName(),
                                "total", i.total().toPlainString()))
                        .toList());
    }
}
