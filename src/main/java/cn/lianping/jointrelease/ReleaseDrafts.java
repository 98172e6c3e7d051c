package cn.lianping.jointrelease;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Participation;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way of a release document from the draft to both signatures. */
@Service
class ReleaseDrafts {

    /** The word of an office, the year in corner brackets, a number: 辽科发〔2026〕20号. */
    private static final String DOCUMENT_NO = "\\p{IsHan}{2,12}〔[0-9]{4}〕[1-9][0-9]{0,4}号";

    private static final int PER_STATEMENT = 500;

    private final ReleaseMapper mapper;
    private final NoticedList noticed;
    private final Rounds rounds;
    private final Cases cases;
    private final Participation participation;
    private final AuditLog audit;
    private final Clock clock;

    ReleaseDrafts(
            ReleaseMapper mapper,
            NoticedList noticed,
            Rounds rounds,
            Cases cases,
            Participation participation,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.noticed = noticed;
        this.rounds = rounds;
        this.cases = cases;
        this.participation = participation;
        this.audit = audit;
        this.clock = clock;
    }

    /** The release that is on its way, if it was drafted. */
    Optional<Release> drafted(String roundNo) {
        return Optional.ofNullable(mapper.findDrafted(roundNo));
    }

    /** What a department said when it sent the draft back last. */
    Optional<String> returned(Release release) {
        List<Signature> signatures = mapper.signatures(release.releaseId());
        return signatures.stream()
                .filter(s -> Signature.REFUSE.equals(s.outcome()))
                .reduce((earlier, later) -> later)
                .map(Signature::opinion);
    }

    /** Who countersigned the present draft. */
    Optional<String> countersigner(Release release) {
        return mapper.signatures(release.releaseId()).stream()
                .filter(s -> Signature.INDUSTRY.equals(s.department()) && s.validFor(release))
                .map(Signature::userId)
                .findFirst();
    }

    /** Drafts the document, or drafts it again after a department sent it back; then every signature is void. */
    void draft(String roundNo, String documentNo, String title, String body, String who) {
        rounds.lock(roundNo);
        if (!documentNo.matches(DOCUMENT_NO)) {
            throw Refusal.invalid("文号“" + documentNo + "”格式不对;应如 辽科发〔2026〕20号(年份用六角括号)");
        }
        List<NoticedCase> items = noticed.releasable(roundNo);
        if (items.isEmpty()) {
            throw Refusal.conflict("批次 " + roundNo + " 没有公示期满且可发布的案卷");
        }
        requireNoticeEnded(roundNo, items);
        requireNothingPending(roundNo);
        requireIndependent(items, who);
        Release before = mapper.findDrafted(roundNo);
        requireFree(documentNo, before);
        Release release = new Release(
                before == null ? UUID.randomUUID().toString() : before.releaseId(),
                roundNo,
                before == null ? mapper.lastSeq(roundNo) + 1 : before.seq(),
                before == null ? 1 : before.draftNo() + 1,
                Release.DRAFTED,
                documentNo,
                title,
                body,
                who,
                null,
                null,
                null);
        if (before == null) {
            mapper.insert(release, clock.millis());
        } else {
            mapper.redraft(release, clock.millis());
            mapper.voidSignatures(release.releaseId(), clock.millis());
            mapper.deleteItems(release.releaseId());
        }
        for (int from = 0; from < items.size(); from += PER_STATEMENT) {
            mapper.insertItems(release.releaseId(), items.subList(from, Math.min(from + PER_STATEMENT, items.size())));
        }
        audit.record(
                roundNo,
                "拟制发布文件",
                release.releaseId(),
                Map.of(
                        "documentNo", documentNo,
                        "title", title,
                        "body", body,
                        "draft", release.draftNo(),
                        "cases", items.stream().map(NoticedCase::caseNo).toList()));
    }

    private void requireNoticeEnded(String roundNo, List<NoticedCase> items) {
        Set<String> ended = new HashSet<>(cases.ofRound(roundNo, CaseStatus.NOTICE_ENDED).stream()
                .map(EvaluationCase::caseNo)
                .toList());
        List<String> others = items.stream()
                .map(NoticedCase::caseNo)
                .filter(c -> !ended.contains(c))
                .toList();
        if (!others.isEmpty()) {
            throw Refusal.conflict(
                    "名单中的案卷尚未公示期满:" + String.join("、", others.stream().limit(5).toList()));
        }
    }

    /** Where the policy lets an objection hold the whole round, nothing is released while a case may still change. */
    void requireNothingPending(String roundNo) {
        if (rounds.require(roundNo).holdsCaseOnly()) {
            return;
        }
        List<String> pending = cases.ofRound(roundNo).stream()
                .filter(c -> !c.status().ended() && c.status() != CaseStatus.NOTICE_ENDED)
                .map(EvaluationCase::caseNo)
                .toList();
        if (!pending.isEmpty()) {
            throw Refusal.conflict("批次 %s 还有 %d 个案卷未办结(%s),须等全部异议办结、补充公示期满后一并发布"
                    .formatted(
                            roundNo,
                            pending.size(),
                            String.join("、", pending.stream().limit(5).toList())));
        }
    }

    private void requireFree(String documentNo, @Nullable Release own) {
        Release holder = mapper.findByDocumentNo(documentNo);
        if (holder != null && (own == null || !holder.releaseId().equals(own.releaseId()))) {
            throw Refusal.invalid("文号“" + documentNo + "”已用于批次 " + holder.roundNo() + " 的发布文件;请核对文号");
        }
    }

    private void requireIndependent(List<NoticedCase> items, String who) {
        participation.refuse(
                items.stream().map(NoticedCase::caseNo).toList(),
                who,
                Set.of(Participation.SCORER),
                "参与过评分的人员不能拟制或签署发布文件,请由他人办理");
    }

    /**
     * Takes what a department says of the draft.
     *
     * @param department {@link Signature#INDUSTRY} or {@link Signature#SCIENCE}
     * @return whether it agrees
     */
    boolean sign(String roundNo, String department, boolean agrees, String opinion, String who) {
        rounds.lock(roundNo);
        Release release = drafted(roundNo).orElseThrow(() -> Refusal.conflict("批次 " + roundNo + " 没有待签署的发布文件"));
        List<NoticedCase> items = mapper.items(release.releaseId());
        requireIndependent(items, who);
        List<Signature> signatures = mapper.signatures(release.releaseId());
        if (Signature.SCIENCE.equals(department)) {
            String countersigner = countersigner(release).orElseThrow(() -> Refusal.conflict("省工信厅对现稿的会签不存在或已失效,不能签发"));
            if (agrees && countersigner.equals(who)) {
                throw Refusal.forbidden("签发人不能是会签人,请由他人签发");
            }
        }
        if (!agrees) {
            if (opinion.isBlank()) {
                throw Refusal.invalid("请填写“退回理由”");
            }
            mapper.voidSignatures(release.releaseId(), clock.millis());
        }
        mapper.insertSignature(new Signature(
                release.releaseId(),
                signatures.size() + 1,
                release.draftNo(),
                department,
                who,
                agrees ? Signature.AGREE : Signature.REFUSE,
                opinion,
                clock.millis(),
                null));
        if (agrees) {
            participation.record(items.stream().map(NoticedCase::caseNo).toList(), Participation.RELEASER, who);
        }
        audit.record(
                roundNo,
                Signature.SCIENCE.equals(department) ? "科技厅签发" : "工信厅会签",
                release.releaseId(),
                Map.of("agrees", agrees, "opinion", opinion, "draft", release.draftNo()));
        return agrees;
    }

    /** No signature under the draft counts any longer; they stay on record. */
    void annulSignatures(String roundNo) {
        drafted(roundNo).ifPresent(release -> mapper.voidSignatures(release.releaseId(), clock.millis()));
    }
}
