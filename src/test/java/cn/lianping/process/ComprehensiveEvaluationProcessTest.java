package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("综合评价")
class ComprehensiveEvaluationProcessTest {

    private static final String KEY = ComprehensiveEvaluationProcess.KEY;
    private static final String OPINION = ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
    private static final String REVIEW = ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final FixtureRegistry fixture;
    private final Cases cases;
    private final Scores scores;
    private final Recusals recusals;

    @Autowired
    ComprehensiveEvaluationProcessTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            FixtureRegistry fixture,
            Cases cases,
            Scores scores,
            Recusals recusals) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.fixture = fixture;
        this.cases = cases;
        this.scores = scores;
        this.recusals = recusals;
    }

    private String begin() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        steps.toComprehensiveEvaluation(caseNo);
        return caseNo;
    }

    private String beginInNarrowField() {
        String caseNo = steps.apply(rounds.open(), fixture.allianceOfNarrowField());
        steps.toPreliminaryReview(caseNo);
        steps.toComprehensiveEvaluation(caseNo);
        return caseNo;
    }

    private Task reviewOf(String caseNo, String expert) {
        return desk.open(caseNo, REVIEW).stream()
                .filter(task -> expert.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no review by " + expert));
    }

    @Test
    @DisplayName("处室与专家并行,评审表交齐后计算得分")
    void allSheetsGiveTheScore() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        steps.reviewAndPass(caseNo);
        desk.complete(caseNo, "userTask_recommend", CaseSteps.recommendation());
        jobs.run(caseNo, "serviceTask_drawPanel");
        List<Task> opinions = desk.open(caseNo, OPINION);
        assertThat(opinions).hasSize(2);
        desk.complete(opinions.get(0), CaseSteps.sheet(8));
        desk.complete(opinions.get(1), CaseSteps.sheet(9));
        jobs.run(caseNo, OPINION);
        desk.complete(caseNo, "userTask_confirmPanel", Map.of("panel", steps.seated(caseNo)));
        List<Task> reviews = desk.open(caseNo, REVIEW);
        assertThat(reviews).hasSize(5);
        int[] points = {9, 8, 8, 7, 10};
        for (int i = 0; i < points.length; i++) {
            desk.complete(reviews.get(i), CaseSteps.review(points[i]));
        }
        jobs.run(caseNo, "subProcess_expertSeat");

        traces.of(caseNo, KEY)
                .hasPassedInOrder(
                        "startEvent_comprehensiveEvaluation",
                        "gateway_evaluationRestart",
                        "gateway_evaluationFork",
                        "serviceTask_drawPanel",
                        "gateway_panelConfirmation",
                        "userTask_confirmPanel",
                        "startEvent_expertSeat",
                        REVIEW,
                        "gateway_recusal",
                        "endEvent_sheetGiven",
                        "gateway_evaluationJoin",
                        "serviceTask_computeScore",
                        "gateway_sheetsSuffice",
                        "endEvent_scored")
                .hasPassed(OPINION)
                .hasNotPassed("event_expertRecused", "serviceTask_appointReplacement", "endEvent_seatVacant")
                .isEnded();
        assertThat(scores.latest(caseNo).orElseThrow().total()).isEqualByComparingTo("8.43");
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.AWAITING_DELIBERATION);
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION).isWaitingAt("gateway_awaitDeliberation");
    }

    @Test
    @DisplayName("专家申请回避,备选专家补派")
    void recusedExpertIsReplacedFromTheReserve() {
        String caseNo = begin();
        steps.giveOpinions(caseNo);
        steps.confirmPanel(caseNo);
        List<String> before = steps.seated(caseNo);
        String recused = before.get(2);
        desk.complete(reviewOf(caseNo, recused), CaseSteps.stepBack());

        traces.of(caseNo, KEY)
                .hasPassedInOrder("gateway_recusal", "serviceTask_appointReplacement", "gateway_replacement")
                .hasNotPassed("event_expertRecused", "endEvent_seatVacant", "endEvent_scored");
        String replacement = steps.seated(caseNo).get(2);
        assertThat(replacement).isNotIn(before);
        assertThat(desk.open(caseNo, REVIEW))
                .extracting(Task::getAssignee)
                .contains(replacement)
                .hasSize(5);
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).hasPassed("endEvent_scored").isEnded();
    }

    @Test
    @DisplayName("责令正在评审的专家回避,由指定专家补派")
    void orderedRecusalInterruptsTheReview() {
        String caseNo = begin();
        steps.giveOpinions(caseNo);
        steps.confirmPanel(caseNo);
        String recused = steps.seated(caseNo).get(0);
        String replacement = steps.reserve(caseNo).get(0);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(caseNo, recused, replacement, "举报属实"));

        traces.of(caseNo, KEY)
                .hasPassedInOrder("event_expertRecused", "serviceTask_appointReplacement", "gateway_replacement")
                .hasNotPassed("gateway_recusal", "endEvent_seatVacant");
        assertThat(desk.open(caseNo, REVIEW)).extracting(Task::getAssignee).contains(replacement);
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).hasPassed("endEvent_scored").isEnded();
    }

    @Test
    @DisplayName("没有备选专家:席位空缺,评审表不足,选派后补足")
    void vacantSeatIsFilledLater() {
        String caseNo = beginInNarrowField();
        steps.giveOpinions(caseNo);
        steps.confirmPanel(caseNo);
        String recused = steps.seated(caseNo).get(4);
        desk.complete(reviewOf(caseNo, recused), CaseSteps.stepBack());
        traces.of(caseNo, KEY)
                .hasPassedInOrder("gateway_recusal", "serviceTask_appointReplacement", "endEvent_seatVacant");
        steps.reviewByAll(caseNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder("serviceTask_computeScore", "gateway_sheetsSuffice")
                .hasNotPassed("endEvent_scored")
                .isWaitingAt("userTask_confirmPanel");
        assertThat(cases.require(caseNo).note()).isEqualTo("有效评审表不足 4/5");
        assertThat(scores.latest(caseNo)).isEmpty();

        List<String> panel = new ArrayList<>(steps.seated(caseNo));
        panel.add("fixexp01");
        desk.complete(caseNo, "userTask_confirmPanel", Map.of("panel", panel, "reason", "本领域无备选专家"));
        assertThat(desk.open(caseNo, REVIEW)).extracting(Task::getAssignee).containsExactly("fixexp01");
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).hasPassed("endEvent_scored").isEnded();
    }

    @Test
    @DisplayName("已交评审表的专家回避:表作废,重新评审,其余各表不再索取")
    void voidedSheetIsAskedAgainWithoutConfirmation() {
        String caseNo = begin();
        steps.confirmPanel(caseNo);
        String recused = steps.seated(caseNo).get(1);
        String replacement = steps.reserve(caseNo).get(0);
        steps.reviewByAll(caseNo);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(caseNo, recused, replacement, "事后发现利益关系"));
        steps.giveOpinions(caseNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder("serviceTask_computeScore", "gateway_sheetsSuffice", "gateway_panelConfirmation")
                .hasNotPassed("endEvent_scored", "event_expertRecused")
                .isWaitingAt(REVIEW);
        assertThat(traces.passes(caseNo, KEY, "userTask_confirmPanel")).isEqualTo(1);
        assertThat(cases.require(caseNo).note()).isEqualTo("有效评审表不足 4/5");
        assertThat(desk.open(caseNo, REVIEW)).extracting(Task::getAssignee).containsExactly(replacement);
        assertThat(desk.open(caseNo, OPINION)).isEmpty();

        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).hasPassed("endEvent_scored").isEnded();
    }

    @Test
    @DisplayName("成员单位的人员不能进入专家组")
    void conflictIsRefusedWhoeverProposes() {
        String caseNo = begin();
        List<String> panel = new ArrayList<>(steps.seated(caseNo));
        String recused = panel.get(0);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(caseNo, recused, null, "与成员单位有合作"));
        panel.set(1, recused);
        Task confirmation = desk.task(caseNo, "userTask_confirmPanel");
        assertThat(desk.refused(confirmation, Map.of("panel", panel, "reason", "坚持原名单"))
                        .reason())
                .isNotBlank();
        traces.of(caseNo, KEY).isWaitingAt("userTask_confirmPanel").hasNotPassed(REVIEW);
    }
}
