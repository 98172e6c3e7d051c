package cn.lianping.rehearsal.explore;

import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.comprehensiveevaluation.Panels;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.comprehensiveevaluation.Seat;
import cn.lianping.deliberation.Agenda;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.identity.Groups;
import cn.lianping.office.Signers;
import cn.lianping.policy.Policy;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Objections;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Desk;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import cn.lianping.round.Rounds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What people can do in the rehearsed platform beside filling in forms, and what they can look up. */
@RehearsalOnly
class World {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Desk desk;
    private final Cases cases;
    private final Rounds rounds;
    private final RoundCourse course;
    private final Registry registry;
    private final Panels panels;
    private final Recusals recusals;
    private final Agenda agenda;
    private final Notices notices;
    private final Objections objections;
    private final EvidenceService evidence;
    private final Signers signers;
    private final AuditTrail trail;
    private final AtomicInteger numbers = new AtomicInteger();

    World(
            Desk desk,
            Cases cases,
            Rounds rounds,
            RoundCourse course,
            Registry registry,
            Panels panels,
            Recusals recusals,
            Agenda agenda,
            Notices notices,
            Objections objections,
            EvidenceService evidence,
            Signers signers,
            AuditTrail trail) {
        this.desk = desk;
        this.cases = cases;
        this.rounds = rounds;
        this.course = course;
        this.registry = registry;
        this.panels = panels;
        this.recusals = recusals;
        this.agenda = agenda;
        this.notices = notices;
        this.objections = objections;
        this.evidence = evidence;
        this.signers = signers;
        this.trail = trail;
    }

    Desk desk() {
        return desk;
    }

    Cases cases() {
        return cases;
    }

    Rounds rounds() {
        return rounds;
    }

    Registry registry() {
        return registry;
    }

    Notices notices() {
        return notices;
    }

    /** What happened to the case or round, in order. */
    List<AuditEntry> trail(String businessKey) {
        return trail.entries(businessKey);
    }

    /** A number that was not used yet. */
    int number() {
        return numbers.incrementAndGet();
    }

    Policy policyOf(String caseNo) {
        return rounds.policyOf(cases.require(caseNo).roundNo());
    }

    /** The lead enterprise withdraws its case. */
    void withdraw(String caseNo) {
        String lead = Invented.personOf(cases.require(caseNo).leadCode());
        desk.as(lead, () -> course.withdraw(caseNo, "联盟重组"));
    }

    /** Who sits on the panel, by seat. */
    List<String> seated(String caseNo) {
        return panels.seats(caseNo).stream()
                .map(Seat::expert)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who sits on the panel, by seat; vacant seats are given to others in turn. */
    List<String> filled(String caseNo) {
        Deque<String> others = new ArrayDeque<>(others(caseNo));
        return panels.seats(caseNo).stream()
                .map(seat -> seat.expert() == null ? others.poll() : seat.expert())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Staff order the expert of the first seat to step back. */
    void orderRecusal(String caseNo) {
        String expert = seated(caseNo).get(0);
        desk.as(Invented.staff(Groups.PROVINCE_OFFICE), () -> recusals.order(caseNo, expert, null, "举报属实"));
    }

    /** Experts who may be named beside those who sit there, of any field. */
    List<String> others(String caseNo) {
        List<String> seated = seated(caseNo);
        String alliance = cases.require(caseNo).allianceId();
        return registry.experts().stream()
                .map(Expert::userId)
                .filter(expert -> expert.startsWith("rehexpert"))
                .filter(expert -> !seated.contains(expert)
                        && panels.conflictOf(alliance, expert).isEmpty())
                .toList();
    }

    /** Drafts the party group's decision on a case. */
    void decide(String person, String roundNo, String caseNo, String decision) {
        desk.as(
                person,
                () -> agenda.draft(
                        roundNo,
                        CanonicalJson.write(
                                List.of(Map.of("caseNo", caseNo, "decision", decision, "reason", "试运行审议意见")))));
    }

    /** Puts a file where the task wants it. */
    void upload(AtHand task, EvidenceKind kind, @Nullable String member) {
        desk.as(
                task.person(),
                () -> evidence.upload(
                        new EvidenceSlot(
                                task.businessKey(),
                                kind,
                                null,
                                member,
                                task.task().getId()),
                        "试运行.pdf",
                        new ByteArrayInputStream(PDF)));
    }

    /** Somebody objects to the case on the public page. */
    void object(String caseNo) {
        Notice notice = notices.latestFor(caseNo).orElseThrow();
        objections.receive(
                notice.noticeId(), new Objections.Submission(caseNo, "试运行异议人", "13900000000", "名单中的情况不实"), null);
    }

    /** The supervision registers a letter about the case with this postmark. */
    void letter(String caseNo, LocalDate postmark, @Nullable String area) {
        desk.start(
                Invented.staff(Groups.SUPERVISION),
                PublicityProcess.OBJECTION_KEY,
                area,
                Map.of(
                        "caseNo", caseNo,
                        "realName", "试运行来信人",
                        "contact", "13900000001",
                        "statement", "名单中的情况不实",
                        "postmarkOn", postmark.toString()));
    }

    /** Whoever does the task asks a colleague for an opinion first. */
    void consult(String taskId, String person, String colleague) {
        desk.as(person, () -> {
            desk.claim(person, taskId);
            signers.add(taskId, colleague, "请提出意见");
        });
    }
}
