package cn.lianping.selfevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.evidence.Evidence;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.round.CaseFile;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The self-evaluation report and the seals of all member units under it (article 6.1). */
@Service
public class SealedReport {

    private final SelfEvaluationMapper mapper;
    private final Cases cases;
    private final Rounds rounds;
    private final Registry registry;
    private final CaseFile caseFile;
    private final DocumentService documents;
    private final EvidenceService evidence;
    private final Clock clock;

    SealedReport(
            SelfEvaluationMapper mapper,
            Cases cases,
            Rounds rounds,
            Registry registry,
            CaseFile caseFile,
            DocumentService documents,
            EvidenceService evidence,
            Clock clock) {
        this.mapper = mapper;
        this.cases = cases;
        this.rounds = rounds;
        this.registry = registry;
        this.caseFile = caseFile;
        this.documents = documents;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Produces the report of the claims as they are now. */
    void produce(String caseNo) {
        Map<String, Object> model = model(caseNo);
        Document document = documents.produce(DocumentKind.SELF_EVALUATION_REPORT, caseNo, "典型实质性产学研联盟自评报告", model);
        Report before = mapper.latestReport(caseNo);
        if (before == null || !before.fingerprint().equals(document.fingerprint())) {
            int version = before == null ? 1 : before.version() + 1;
            mapper.insertReport(caseNo, new Report(version, document.fingerprint(), document.id()), clock.millis());
        }
    }

    /** The report that is to be sealed; refuses when the elements changed since it was produced. */
    Report current(String caseNo) {
        Report report = mapper.latestReport(caseNo);
        if (report == null) {
            throw Refusal.conflict("自评报告尚未生成,请稍候刷新");
        }
        String now = DocumentService.fingerprint(DocumentKind.SELF_EVALUATION_REPORT, caseNo, model(caseNo));
        if (!now.equals(report.fingerprint())) {
            throw Refusal.conflict("自评内容在报告生成之后有变更,须重新生成报告并由全部成员单位重新盖章");
        }
        return report;
    }

    /** The members that have still to seal. */
    public List<Organisation> missing(String caseNo) {
        Set<String> sealed = mapper.seals(caseNo).stream().map(Seal::memberCode).collect(Collectors.toSet());
        return members(caseNo).stream()
                .filter(member -> !sealed.contains(member.code()))
                .toList();
    }

    /** As people read it: 5/6 已盖章. */
    public String progress(String caseNo) {
        int all = members(caseNo).size();
        return (all - missing(caseNo).size()) + "/" + all + " 已盖章";
    }

    /** Who has sealed and who has not, in the order of the registry; nothing before there is a report. */
    public List<SealState> seals(String caseNo) {
        Map<String, Seal> sealed =
                mapper.seals(caseNo).stream().collect(Collectors.toMap(Seal::memberCode, Function.identity()));
        return members(caseNo).stream()
                .map(member -> SealState.of(member, sealed.get(member.code())))
                .toList();
    }

    /** The report to be sealed, for those who have to download it. */
    public Optional<Document> document(String caseNo) {
        return Optional.ofNullable(mapper.latestReport(caseNo)).flatMap(report -> documents.find(report.documentId()));
    }

    /** The code that is printed on the report's pages; none before there is a report. */
    public Optional<String> verificationCode(String caseNo) {
        return Optional.ofNullable(mapper.latestReport(caseNo)).map(Report::code);
    }

    List<Organisation> members(String caseNo) {
        return registry.members(cases.require(caseNo).allianceId());
    }

    /**
     * Puts a member's seal under the current report.
     *
     * @param code the code printed on the paper that was sealed
     */
    void seal(String caseNo, String memberCode, String code, String by) {
        Report report = current(caseNo);
        String given = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!given.equals(report.code())) {
            throw Refusal.invalid("校验码“" + code + "”与当前自评报告不一致:盖章的不是最新报告,请下载最新报告重新盖章");
        }
        long producedAt = documents
                .find(report.documentId())
                .map(Document::createdAt)
                .orElseThrow(() -> Refusal.conflict("自评报告文件缺失,请联系管理员"));
        Evidence file = evidence.list(caseNo, EvidenceKind.SEAL).stream()
                .filter(scan -> memberCode.equals(scan.member()) && scan.uploadedAt() >= producedAt)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> Refusal.invalid("请先在“证据材料”页上传本单位对当前报告的盖章件(PDF 或图片)"));
        mapper.insertSeal(caseNo, new Seal(memberCode, report.version(), file.id(), by, clock.millis()));
    }

    /** The seal of a member counts no longer, or that of every member where none is named; both stay on record. */
    void annulSeals(String caseNo, @Nullable String memberCode, String reason) {
        mapper.voidSeals(caseNo, memberCode, clock.millis(), reason);
    }

    /** Submits the sealed report; refuses while a seal is missing or after the intake closed. */
    void submit(String caseNo) {
        current(caseNo);
        List<Organisation> missing = missing(caseNo);
        if (!missing.isEmpty()) {
            throw Refusal.conflict(progress(caseNo) + ",还缺:"
                    + missing.stream().map(Organisation::name).collect(Collectors.joining("、")) + ";全部成员单位盖章后才能提交");
        }
        EvaluationCase found = cases.require(caseNo);
        LocalDate closes = rounds.require(found.roundNo()).closesOn();
        if (found.submittedAt() == null && LocalDate.now(clock).isAfter(closes)) {
            throw Refusal.conflict("申报已于 " + closes + " 截止,不能再提交");
        }
        cases.submitted(caseNo);
        cases.advance(caseNo, CaseStatus.PRELIMINARY_REVIEW, List.of(CaseStatus.SELF_EVALUATION), "自评报告已提交");
    }

    private Map<String, Object> model(String caseNo) {
        EvaluationCase found = cases.require(caseNo);
        Alliance alliance = registry.alliance(found.allianceId());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("caseNo", caseNo);
        // every opening gives a report of its own, also when nothing was changed: all seals are asked anew
        model.put("attempt", found.attempt());
        model.put("round", rounds.require(found.roundNo()).title());
        model.put(
                "alliance",
                Map.of(
                        "name", alliance.name(),
                        "field", alliance.field(),
                        "areaName", registry.areaName(alliance.area()),
                        "filingNo", alliance.filingNo()));
        model.put("lead", registry.organisation(alliance.leadCode()).name());
        model.put(
                "members",
                registry.members(alliance.id()).stream()
                        .map(member -> Map.of("name", member.name(), "kindName", registry.kindName(member.kind())))
                        .toList());
        model.put(
                "elements",
                caseFile.elements(caseNo).stream().map(SealedReport::printed).toList());
        return model;
    }

    /** What the report prints of an element: the alliance's own words, nothing that a review added. */
    private static Map<String, Object> printed(Map<String, Object> element) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String key : List.of("no", "name", "text", "met", "statement", "chain", "advice")) {
            row.put(key, element.get(key));
        }
        Object facts = element.get("facts");
        row.put("facts", "".equals(facts) ? List.of() : List.of(Map.of("label", "相关事实", "value", facts)));
        return row;
    }

    /** When the report was produced, for people. */
    String producedAt(Report report) {
        return documents
                .find(report.documentId())
                .map(document -> Instant.ofEpochMilli(document.createdAt())
                        .atZone(clock.getZone())
                        .toLocalDateTime()
                        .withNano(0)
                        .toString()
                        .replace('T', ' '))
                .orElse("");
    }
}
