package cn.lianping.rehearsal.explore;

import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.CONFIRM_PANEL;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;
import static cn.lianping.deliberation.DeliberationProcess.COMPILE_AGENDA;
import static cn.lianping.deliberation.DeliberationProcess.RECORD_DELIBERATION;
import static cn.lianping.jointrelease.JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
import static cn.lianping.jointrelease.JointReleaseProcess.DRAFT_RELEASE;
import static cn.lianping.jointrelease.JointReleaseProcess.SIGN_BY_SCIENCE;
import static cn.lianping.office.ConsultationProcess.GIVE_CONSULTED_OPINION;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.RECOMMEND;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
import static cn.lianping.publicity.PublicityProcess.ACCEPT_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.DECIDE_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.INVESTIGATE_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.ISSUE_NOTICE;
import static cn.lianping.rehearsal.explore.Player.answering;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SEAL_REPORT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SUBMIT_REPORT;
import static java.util.Map.entry;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.policy.Policy;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;

/** How each step of the packaged diagrams is done by somebody who agrees. */
@RehearsalOnly
class Players {

    private final World world;
    private final Passing passing;
    private final TaskService tasks;
    private final Map<String, Player> players;

    Players(World world, Passing passing, TaskService tasks, PilotPlayers pilots) {
        this.world = world;
        this.passing = passing;
        this.tasks = tasks;
        Map<String, Player> all = new HashMap<>(pilots.all());
        all.putAll(ofCases());
        all.putAll(ofRounds());
        this.players = Map.copyOf(all);
    }

    /** How the step is done; empty for a step that is not of the product. */
    Optional<Player> of(String taskKey) {
        return Optional.ofNullable(players.get(taskKey));
    }

    private Map<String, Player> ofCases() {
        return Map.ofEntries(
                entry(SELF_EVALUATE_ELEMENT, answering(this::element)),
                entry(
                        SEAL_REPORT,
                        answering(task ->
                                        Map.of("verificationCode", task.shown().getOrDefault("reportCode", "")))
                                .after(task -> world.upload(task, EvidenceKind.SEAL, member(task)))),
                entry(
                        SUBMIT_REPORT,
                        answering(task -> Map.of("submission", SelfEvaluationProcess.SUBMIT))
                                .when(task -> task.ofCase().hasAnswer(SUBMIT_REPORT) || noneOpen(task, SEAL_REPORT))),
                entry(REVIEW_BY_SCIENCE_DEPARTMENT, answering(task -> passed())),
                entry(REVIEW_BY_INDUSTRY_DEPARTMENT, answering(task -> passed())),
                entry(
                        RECOMMEND,
                        answering(task ->
                                Map.of("orderNo", "1", "letterNo", "试运行推荐函" + world.number(), "opinion", "同意推荐"))),
                entry(
                        GIVE_MANAGEMENT_OPINION,
                        answering(task -> sheet(task.ofCase().divisionPoints()))),
                entry(CONFIRM_PANEL, answering(this::panel)),
                entry(REVIEW_BY_EXPERT, answering(this::review)),
                entry(ACCEPT_OBJECTION, answering(task -> Map.of("acceptance", "ACCEPT", "reason", "属于受理范围"))),
                entry(INVESTIGATE_OBJECTION, answering(task -> Map.of("finding", "经核查"))),
                entry(DECIDE_OBJECTION, answering(task -> Map.of("outcome", "dismissed", "reason", "与事实不符"))),
                entry(GIVE_CONSULTED_OPINION, answering(task -> Map.of("agreement", "AGREE", "opinion", "同意"))));
    }

    private Map<String, Player> ofRounds() {
        return Map.ofEntries(
                entry(COMPILE_AGENDA, answering(task -> Map.of())),
                entry(RECORD_DELIBERATION, answering(this::minutes).after(this::beforeMinutes)),
                entry(
                        ISSUE_NOTICE,
                        answering(task -> Map.of(
                                "title", "试运行公示", "startsOn", passing.today().toString()))),
                entry(
                        DRAFT_RELEASE,
                        answering(task -> Map.of(
                                "documentNo", "试运发〔2026〕%d号".formatted(world.number()),
                                "title", "试运行发布",
                                "body", "现予发布。"))),
                entry(COUNTERSIGN_BY_INDUSTRY, answering(task -> Map.of("outcome", "AGREE"))),
                entry(SIGN_BY_SCIENCE, answering(task -> Map.of("outcome", "AGREE"))));
    }

    private Map<String, Object> element(AtHand task) {
        String element = String.valueOf(tasks.getVariable(task.task().getId(), SelfEvaluationProcess.ELEMENT.name()));
        Map<String, Object> form = new HashMap<>();
        form.put("met", "1");
        form.put("statement", "试运行论述说明");
        if (element.equals("1")) {
            form.put("chain", "试运行产业链");
        }
        return form;
    }

    private String member(AtHand task) {
        return String.valueOf(tasks.getVariable(task.task().getId(), SelfEvaluationProcess.MEMBER.name()));
    }

    /** Whether the case has no open task of this kind. */
    private boolean noneOpen(AtHand task, String others) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(task.businessKey())
                        .taskDefinitionKey(others)
                        .count()
                == 0;
    }

    private static Map<String, Object> passed() {
        return Map.of("authentic", true, "complete", true, "outcome", "PASS");
    }

    /** So many elements met, the first ones. */
    static Map<String, Object> sheet(int points) {
        Map<String, Object> form = new HashMap<>();
        for (int no = 1; no <= Policy.ELEMENTS; no++) {
            form.put("e" + no, no <= points ? "1" : "0");
            form.put("r" + no, "试运行理由");
        }
        return form;
    }

    private Map<String, Object> review(AtHand task) {
        String seat =
                String.valueOf(tasks.getVariable(task.task().getId(), ComprehensiveEvaluationProcess.SEAT.name()));
        Map<String, Object> form =
                sheet(task.ofCase().pointsOfSeat(seat.matches("[0-9]+") ? Integer.parseInt(seat) : 1));
        form.put("decision", "submit");
        return form;
    }

    /** As drawn; a vacant seat is given to somebody of another field, with a reason. */
    private Map<String, Object> panel(AtHand task) {
        List<String> seated = world.seated(task.businessKey());
        List<String> panel = world.filled(task.businessKey());
        return panel.equals(seated) ? Map.of("panel", panel) : Map.of("panel", panel, "reason", "本领域没有备选专家");
    }

    private Map<String, Object> minutes(AtHand task) {
        return Map.of(
                "minutesNo",
                "试运行纪要" + world.number(),
                "meetingDate",
                passing.today().toString(),
                "present",
                "9",
                "members",
                "9",
                "confirmRest",
                true);
    }

    private void beforeMinutes(AtHand task) {
        task.play()
                .situation()
                .takeDecisions()
                .forEach((caseNo, decision) -> world.decide(task.person(), task.businessKey(), caseNo, decision));
        world.upload(task, EvidenceKind.MINUTES, null);
    }
}
