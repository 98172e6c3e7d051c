package cn.lianping.process;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Panels;
import cn.lianping.comprehensiveevaluation.Seat;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.RoundProcess;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;

/** Brings a case from its application to its score, each step through the forms and rules that people meet. */
public class CaseSteps {

    static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final AtomicInteger LETTERS = new AtomicInteger();

    private final Desk desk;
    private final Jobs jobs;
    private final FixtureRegistry fixture;
    private final Registry registry;
    private final EvidenceService evidence;
    private final Panels panels;

    public CaseSteps(
            Desk desk, Jobs jobs, FixtureRegistry fixture, Registry registry, EvidenceService evidence, Panels panels) {
        this.desk = desk;
        this.jobs = jobs;
        this.fixture = fixture;
        this.registry = registry;
        this.evidence = evidence;
        this.panels = panels;
    }

    /** An alliance that nobody used before applies; the answer is the case number. */
    public String apply(String roundNo) {
        return apply(roundNo, fixture.alliance());
    }

    /** This alliance applies, and the self-evaluation is open. */
    public String apply(String roundNo, Alliance alliance) {
        String caseNo = desk.start(
                FixtureRegistry.personOf(alliance.leadCode()),
                RoundProcess.ALLIANCE_EVALUATION,
                Map.of("roundNo", roundNo, "allianceId", alliance.id()));
        jobs.run(caseNo, "startEvent_applied");
        return caseNo;
    }

    /** Fills in every open element and lets the report be produced. */
    public void fillElements(String caseNo) {
        for (Task task : desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT)) {
            desk.complete(task, element(task, "1"));
        }
        jobs.runAll(caseNo);
    }

    /** What the lead enterprise says of the element of the task. */
    public Map<String, Object> element(Task task, String met) {
        Map<String, Object> form = new HashMap<>();
        form.put("met", met);
        form.put("statement", "论述说明");
        if ("1".equals(desk.variable(task, SelfEvaluationProcess.ELEMENT.name())) && "1".equals(met)) {
            form.put("chain", "测试产业链");
        }
        return form;
    }

    /** Every member unit uploads its sealed copy and enters the code of the present report. */
    public void sealAll(String caseNo) {
        desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT).forEach(task -> seal(caseNo, task));
    }

    /** One member unit seals. */
    public void seal(String caseNo, Task task) {
        String member = String.valueOf(desk.variable(task, SelfEvaluationProcess.MEMBER.name()));
        desk.as(
                desk.responsible(task),
                () -> evidence.upload(
                        new EvidenceSlot(caseNo, EvidenceKind.SEAL, null, member, task.getId()),
                        "盖章件.pdf",
                        new ByteArrayInputStream(PDF)));
        desk.complete(task, Map.of("verificationCode", desk.shown(task).get("reportCode")));
    }

    /** The lead enterprise submits the sealed report. */
    public void submit(String caseNo) {
        desk.complete(caseNo, SelfEvaluationProcess.SUBMIT_REPORT, Map.of("submission", SelfEvaluationProcess.SUBMIT));
        jobs.runAll(caseNo);
    }

    /** From an open self-evaluation to the tasks of both departments. */
    public void toPreliminaryReview(String caseNo) {
        fillElements(caseNo);
        sealAll(caseNo);
        submit(caseNo);
    }

    /** Both departments pass the case. */
    public void reviewAndPass(String caseNo) {
        desk.complete(caseNo, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT, pass());
        desk.complete(caseNo, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, pass());
        jobs.runAll(caseNo);
    }

    public static Map<String, Object> pass() {
        return Map.of("authentic", true, "complete", true, "outcome", "PASS");
    }

    public static Map<String, Object> returnForCorrection(String... elements) {
        return Map.of(
                "authentic",
                true,
                "complete",
                false,
                "outcome",
                "RETURN",
                "returnedElements",
                List.of(elements),
                "reason",
                "材料不完整");
    }

    /** The science department recommends the case to the province. */
    public void recommend(String caseNo) {
        desk.complete(caseNo, PreliminaryReviewProcess.RECOMMEND, recommendation());
        jobs.runAll(caseNo);
    }

    static Map<String, Object> recommendation() {
        return Map.of("orderNo", 1, "letterNo", "推荐函" + LETTERS.incrementAndGet(), "opinion", "同意推荐");
    }

    /** From the tasks of both departments to the open comprehensive evaluation. */
    public void toComprehensiveEvaluation(String caseNo) {
        reviewAndPass(caseNo);
        recommend(caseNo);
    }

    /** Three new cases of the round: one with its elements, one at the city's review, one with its experts. */
    public List<String> inThreeStages(String round) {
        String atReview = apply(round);
        toPreliminaryReview(atReview);
        String atExperts = apply(round);
        toPreliminaryReview(atExperts);
        toComprehensiveEvaluation(atExperts);
        confirmPanel(atExperts);
        return List.of(apply(round), atReview, atExperts);
    }

    /** From the open comprehensive evaluation, the panel drawn, to the score. */
    public void toScore(String caseNo) {
        giveOpinions(caseNo);
        confirmPanel(caseNo);
        reviewByAll(caseNo);
    }

    /** From the application to the score. */
    public String scored(String roundNo) {
        String caseNo = apply(roundNo);
        toPreliminaryReview(caseNo);
        toComprehensiveEvaluation(caseNo);
        toScore(caseNo);
        return caseNo;
    }

    /** Every division that is asked gives its opinion. */
    public void giveOpinions(String caseNo) {
        desk.open(caseNo, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION)
                .forEach(task -> desk.complete(task, sheet(8)));
        jobs.runAll(caseNo);
    }

    /** Staff confirm the panel as it was drawn. */
    public void confirmPanel(String caseNo) {
        desk.complete(caseNo, ComprehensiveEvaluationProcess.CONFIRM_PANEL, Map.of("panel", seated(caseNo)));
        jobs.runAll(caseNo);
    }

    /** Every expert who is asked reviews. */
    public void reviewByAll(String caseNo) {
        desk.open(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT)
                .forEach(task -> desk.complete(task, review(8)));
        jobs.runAll(caseNo);
    }

    /** Who sits on the panel now, by seat. */
    public List<String> seated(String caseNo) {
        return panels.seats(caseNo).stream()
                .map(Seat::expert)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Experts of the field who do not sit on the panel. */
    List<String> reserve(String caseNo) {
        List<String> seated = seated(caseNo);
        return registry.expertsForField(FixtureRegistry.FIELD).stream()
                .map(expert -> expert.userId())
                .filter(expert -> !seated.contains(expert))
                .toList();
    }

    /** A sheet with so many points. */
    public static Map<String, Object> sheet(int points) {
        Map<String, Object> form = new HashMap<>();
        for (int no = 1; no <= 10; no++) {
            form.put("e" + no, no <= points ? "1" : "0");
            form.put("r" + no, "理由");
        }
        return form;
    }

    /** An expert's sheet with so many points. */
    static Map<String, Object> review(int points) {
        Map<String, Object> form = sheet(points);
        form.put("decision", "submit");
        return form;
    }

    /** An expert asks to step back. */
    static Map<String, Object> stepBack() {
        return Map.of("decision", "recuse", "recusalReason", "与成员单位有合作");
    }
}
