package cn.lianping.process;

import cn.lianping.deliberation.AgendaDesk;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Objections;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.RoundProcess;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;

/** Brings a round from its opening to its end, each step through the forms and rules that people meet. */
public class RoundSteps {

    static final String OFFICE = "office1";
    static final String SUPERVISION = "super1";

    /** When rounds open; the tests' calendar begins here. */
    public static final String OPENING = "2026-01-05T09:00:00";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Desk desk;
    private final Jobs jobs;
    private final EvidenceService evidence;
    private final AgendaDesk agenda;
    private final Objections objections;
    private final Notices notices;

    public RoundSteps(
            Desk desk, Jobs jobs, EvidenceService evidence, AgendaDesk agenda, Objections objections, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.evidence = evidence;
        this.agenda = agenda;
        this.objections = objections;
        this.notices = notices;
    }

    /** On 2026-01-05 the office opens a round until 2026-01-23; an open objection holds the whole round. */
    public String open() {
        return open("round");
    }

    /** The same with what an open objection holds: {@code round} or {@code case}. */
    public String open(String objectionHold) {
        jobs.moveTo(OPENING);
        int n = NUMBERS.incrementAndGet();
        String roundNo = desk.start(
                OFFICE,
                RoundProcess.KEY,
                Map.of(
                        "roundNo", "%04d-%02d".formatted(3000 + n / 99, n % 99 + 1),
                        "policy", "liaoning-2021",
                        "area", "210000",
                        "opensOn", "2026-01-05",
                        "closesOn", "2026-01-23",
                        "objectionHold", objectionHold));
        jobs.run(roundNo, "startEvent_roundOpened");
        return roundNo;
    }

    /** At 00:00 after the last day the intake closes by itself, and the round's next task is there. */
    public void closeIntake(String roundNo) {
        jobs.fire(roundNo, "event_intakeClosed");
        jobs.run(roundNo, "event_intakeClosed");
    }

    /** The office puts every scored case on the agenda. */
    public void compileAgenda(String roundNo) {
        desk.complete(roundNo, DeliberationProcess.COMPILE_AGENDA, Map.of());
        jobs.runAll(roundNo);
    }

    /** The party group decides: what is named, and confirms all others; every case is told. */
    public void deliberate(String roundNo, Map<String, String> decisions) {
        compileAgenda(roundNo);
        Task task = desk.task(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        decisions.forEach((caseNo, decision) ->
                desk.as(desk.responsible(task), () -> agenda.decide(task.getId(), caseNo, decision, "审议意见")));
        record(roundNo, task);
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
    }

    /** Uploads the minutes and records the meeting. */
    void record(String roundNo, Task task) {
        desk.as(
                desk.responsible(task),
                () -> evidence.upload(
                        new EvidenceSlot(roundNo, EvidenceKind.MINUTES, null, null, task.getId()),
                        "会议纪要.pdf",
                        new ByteArrayInputStream(CaseSteps.PDF)));
        desk.complete(
                task,
                Map.of(
                        "minutesNo",
                        "纪要" + NUMBERS.incrementAndGet(),
                        "meetingDate",
                        "2026-01-05",
                        "present",
                        7,
                        "members",
                        9,
                        "confirmRest",
                        true));
    }

    /** The office issues a notice that starts on the day; answers the notice. */
    public Notice issueNotice(String roundNo, String startsOn) {
        desk.complete(roundNo, PublicityProcess.ISSUE_NOTICE, Map.of("title", "关于拟发布名单的公示", "startsOn", startsOn));
        return notices.all().stream()
                .filter(notice -> notice.roundNo().equals(roundNo))
                .reduce((one, other) -> one.seq() > other.seq() ? one : other)
                .orElseThrow();
    }

    /** The period ends by itself and nothing holds the notice; every case is told. */
    public void endPublicity(String roundNo) {
        jobs.fire(roundNo, "event_periodEnded");
        jobs.run(roundNo, "event_periodEnded");
        jobs.run(roundNo, "serviceTask_endNotice");
        jobs.deliverFanOut();
    }

    /** Somebody objects on the public page; the answer is the receipt number. */
    public String object(Notice notice, String caseNo) {
        return objections.receive(
                notice.noticeId(), new Objections.Submission(caseNo, "张三", "13900000000", "名单中的情况不实"), null);
    }

    /** The supervision registers a letter with this postmark. */
    public void registerLetter(String caseNo, String postmark) {
        desk.start(SUPERVISION, PublicityProcess.OBJECTION_KEY, letter(caseNo, postmark));
    }

    static Map<String, Object> letter(String caseNo, String postmark) {
        return Map.of(
                "caseNo", caseNo,
                "realName", "李四",
                "contact", "13900000001",
                "statement", "名单中的情况不实",
                "postmarkOn", postmark);
    }

    /** The supervision accepts and investigates the objection of a case. */
    void investigate(String caseNo) {
        desk.complete(caseNo, PublicityProcess.ACCEPT_OBJECTION, Map.of("acceptance", "ACCEPT", "reason", "属于受理范围"));
        desk.complete(caseNo, PublicityProcess.INVESTIGATE_OBJECTION, Map.of("finding", "经核查"));
    }

    /** The objection of a case is accepted, investigated and dismissed. */
    public void dismissObjection(String caseNo) {
        investigate(caseNo);
        desk.complete(caseNo, PublicityProcess.DECIDE_OBJECTION, Map.of("outcome", "dismissed", "reason", "与事实不符"));
    }

    /** The objection of a case is accepted, investigated and upheld: the expert's sheet is void. */
    public void upholdObjection(String caseNo, String expert) {
        investigate(caseNo);
        desk.complete(
                caseNo,
                PublicityProcess.DECIDE_OBJECTION,
                Map.of("outcome", "upheld", "remedy", "recompute", "expert", expert, "reason", "专家应当回避"));
        jobs.runAll(caseNo);
    }

    /** The office drafts the release document. */
    public void draftRelease(String roundNo) {
        desk.complete(
                roundNo,
                JointReleaseProcess.DRAFT_RELEASE,
                Map.of(
                        "documentNo", "辽科发〔2026〕" + NUMBERS.incrementAndGet() + "号",
                        "title", "关于发布典型联盟名单的通知",
                        "body", "现予发布。"));
    }

    static Map<String, Object> agree() {
        return Map.of("outcome", "AGREE");
    }

    static Map<String, Object> refuse() {
        return Map.of("outcome", "REFUSE", "reason", "正文须修改");
    }

    /** Drafted, countersigned, signed and published; every case is told. */
    public void release(String roundNo) {
        draftRelease(roundNo);
        desk.complete(roundNo, JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY, agree());
        desk.complete(roundNo, JointReleaseProcess.SIGN_BY_SCIENCE, agree());
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
    }

    /** From scored cases and an open intake to the task that selects the pilots. */
    public void toPilotSelection(String roundNo) {
        toEndedPublicity(roundNo);
        release(roundNo);
    }

    /** From scored cases and an open intake to the notice, which starts on 2026-02-11. */
    public Notice toNotice(String roundNo) {
        closeIntake(roundNo);
        deliberate(roundNo, Map.of());
        jobs.moveTo("2026-02-11T08:00:00");
        return issueNotice(roundNo, "2026-02-11");
    }

    /** From scored cases and an open intake to the release. */
    public void toEndedPublicity(String roundNo) {
        toNotice(roundNo);
        endPublicity(roundNo);
    }

    /** What selects the pilots: the budget in yuan, 3 million each. */
    public static Map<String, Object> selection(int budget) {
        Map<String, Object> form = new HashMap<>();
        form.put("budget", budget);
        form.put("amount", 3_000_000);
        form.put("startsOn", "2026-03-02");
        return form;
    }
}
