package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.Statements;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.office.OfficeDesk;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@DisplayName("环节事实:随办理写入,与引擎历史一致")
class FactsProcessTest {

    private static final String ELEMENT = SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final OfficeDesk office;
    private final Cases cases;
    private final RoundCourse course;
    private final Statements statements;
    private final FigureMapper facts;
    private final Rebuild rebuild;
    private final JdbcTemplate sql;

    @Autowired
    FactsProcessTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            OfficeDesk office,
            Cases cases,
            RoundCourse course,
            Statements statements,
            FigureMapper facts,
            HistoryMapper history,
            RebuildMapper rebuilding,
            FactMapper writing,
            Line line,
            Folding folding,
            OfficeHours hours,
            PlatformTransactionManager transactions,
            JdbcTemplate sql) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.office = office;
        this.cases = cases;
        this.course = course;
        this.statements = statements;
        this.facts = facts;
        this.rebuild =
                new Rebuild(history, rebuilding, writing, line, folding, hours, new TransactionTemplate(transactions));
        this.sql = sql;
    }

    private List<TaskFact> of(String caseNo, String taskKey) {
        return facts.tasksOfCase(caseNo).stream()
                .filter(fact -> fact.taskKey().equals(taskKey))
                .toList();
    }

    private static Outcome[] outcomes(List<Passage> passages, String stage) {
        return passages.stream()
                .filter(passage -> passage.stage().equals(stage))
                .map(Passage::outcome)
                .toArray(Outcome[]::new);
    }

    @Test
    @DisplayName("退回、撤回、转办、撤回申报、审议退回、异议重评:逐行与历史重建的一致")
    void factsAgreeWithTheHistory() {
        String roundNo = rounds.open();
        // taken up, transferred, taken back, returned by a department, returned by the person at the task
        String caseNo = steps.apply(roundNo);
        Task element = desk.open(caseNo, ELEMENT).get(2);
        String lead = office.claim(element);
        jobs.moveTo("2026-01-07T10:00:00");
        desk.complete(lead, element, steps.element(element, "1"));
        office.takeBack(lead, element);
        steps.toPreliminaryReview(caseNo);
        desk.complete(caseNo, SCIENCE, CaseSteps.returnForCorrection("3", "5"));
        desk.complete(caseNo, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(caseNo);
        jobs.moveTo("2026-01-12T09:30:00");
        steps.toPreliminaryReview(caseNo);
        steps.reviewAndPass(caseNo);
        Task recommendation = desk.task(caseNo, PreliminaryReviewProcess.RECOMMEND);
        office.sendBack(office.claim(recommendation), recommendation, SCIENCE);
        steps.toComprehensiveEvaluation(caseNo);
        steps.toScore(caseNo);
        // withdrawn while tasks are open; another one still runs when everything is compared
        String withdrawn = steps.apply(roundNo);
        desk.as(FixtureRegistry.personOf(cases.require(withdrawn).leadCode()), () -> course.withdraw(withdrawn, "重组"));
        String late = steps.apply(roundNo);
        String back = steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        jobs.deliverFanOut();
        rounds.deliberate(roundNo, Map.of(back, "RETURN_COMPREHENSIVE_EVALUATION"));
        jobs.runAll(back);
        steps.giveOpinions(back);
        steps.reviewByAll(back);
        String running = rounds.open();
        steps.toPreliminaryReview(steps.apply(running));

        assertThat(of(caseNo, ELEMENT)).filteredOn(fact -> fact.visit() > 1).hasSize(3);
        assertThat(of(caseNo, ELEMENT))
                .filteredOn(fact -> fact.outcome() == Outcome.TAKEN_BACK)
                .hasSize(1)
                .allSatisfy(fact -> {
                    assertThat(fact.elementNo()).isNotNull();
                    long taken = java.util.Objects.requireNonNull(fact.takenWm());
                    assertThat(fact.leftWm()).isEqualTo(taken + 2 * 480 + 60);
                });
        assertThat(of(caseNo, PreliminaryReviewProcess.RECOMMEND))
                .extracting(TaskFact::outcome)
                .containsExactly(Outcome.RETURNED, Outcome.COMPLETED);
        assertThat(of(caseNo, SCIENCE)).extracting(TaskFact::visit).containsExactly(1, 2, 3);
        assertThat(of(caseNo, SCIENCE)).extracting(TaskFact::decision).containsSequence("退回更正");
        assertThat(of(withdrawn, ELEMENT)).extracting(TaskFact::outcome).containsOnly(Outcome.CANCELLED);
        assertThat(of(back, "userTask_reviewByExpert"))
                .hasSize(10)
                .allSatisfy(fact -> assertThat(fact.expert()).isEqualTo(1));
        assertThat(outcomes(facts.passagesOfCase(caseNo), "preliminary-review"))
                .containsExactly(Outcome.BACK, Outcome.FORWARD);
        assertThat(outcomes(facts.passagesOfCase(withdrawn), "self-evaluation")).containsExactly(Outcome.WITHDRAWN);
        assertThat(outcomes(facts.passagesOfCase(late), "self-evaluation")).containsExactly(Outcome.CLOSED);
        assertThat(outcomes(facts.passagesOfCase(back), "deliberation")).containsExactly(Outcome.BACK, Outcome.OPEN);

        // of all cases there are, those of the other process tests among them
        assertThat(rebuild.verify(key -> {}).differences()).isEmpty();
    }

    @Test
    @DisplayName("重建补回缺失和改坏的行,历史已清理的行保留")
    void rebuildMendsAndKeeps() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        List<TaskFact> before = facts.tasksOfCase(caseNo);
        List<Passage> passages = facts.passagesOfCase(caseNo);
        sql.update("DELETE FROM task_fact WHERE case_no = ? AND element_no = 4", caseNo);
        sql.update("UPDATE task_fact SET visit = 9 WHERE case_no = ? AND element_no = 5", caseNo);
        sql.update("DELETE FROM stage_passage WHERE case_no = ? AND stage = 'self-evaluation'", caseNo);
        sql.update(
                "INSERT INTO task_fact SELECT 'kept', 'old-0001', 'old-0001', 'old', area, field, definition_key,"
                        + " definition_id, process_instance_id, stage, task_key, instance_key, element_no, visit,"
                        + " department, organisation, expert, holder_user, holder_group, entered_at, taken_at,"
                        + " left_at, due_at, 7, taken_wm, left_wm, outcome, decision, 1, 0 FROM task_fact"
                        + " WHERE case_no = ? AND element_no = 6",
                caseNo);

        assertThat(rebuild.verify(key -> {}).differences()).hasSize(3);
        Rebuild.Report report = rebuild.rebuild(key -> {});
        assertThat(report.differences()).hasSize(3);
        assertThat(rebuild.verify(key -> {}).differences()).isEmpty();
        assertThat(plain(facts.tasksOfCase(caseNo))).isEqualTo(plain(before));
        assertThat(facts.passagesOfCase(caseNo)).hasSameSizeAs(passages);
        assertThat(facts.tasksOfCase("old-0001"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.enteredWm())
                        .as("places follow the calendar, also where no history is left")
                        .isEqualTo(before.get(0).enteredWm()));
        sql.update("DELETE FROM task_fact WHERE task_id = 'kept'");
    }

    private static List<String> plain(List<TaskFact> facts) {
        return facts.stream()
                .map(fact -> fact.toString().replaceFirst("pending=.*", ""))
                .toList();
    }

    @Test
    @DisplayName("每办结一项任务,多出的语句不超过一成")
    void costsLittle() {
        String roundNo = rounds.open();
        steps.scored(roundNo);
        long before = completed();
        List<String> sent = new ArrayList<>(statements.during(() -> {
            String caseNo = steps.apply(roundNo);
            desk.open(caseNo, ELEMENT).forEach(office::claim);
            steps.toPreliminaryReview(caseNo);
            desk.open(caseNo, SCIENCE).forEach(office::claim);
            steps.toComprehensiveEvaluation(caseNo);
            steps.toScore(caseNo);
        }));
        long tasks = completed() - before;
        long ours = sent.stream().filter(FactsProcessTest::isOurs).count();
        long others = sent.size() - ours;
        System.out.printf(
                "statements per completed task: %.2f without facts, %.2f for facts (%.1f %%), %d tasks%n",
                (double) others / tasks, (double) ours / tasks, 100.0 * ours / others, tasks);
        assertThat(tasks).isGreaterThan(20);
        assertThat(ours).as("statements for facts beside %d others", others).isLessThanOrEqualTo(others / 10);
    }

    private static boolean isOurs(String statement) {
        String text = statement.toLowerCase(java.util.Locale.ROOT);
        return text.contains("task_fact")
                || text.contains("stage_passage")
                || text.contains("as business_key")
                || text.matches("(?s)\\s*select user_id\\s+from expert\\s.*");
    }

    private long completed() {
        return sql.queryForObject("SELECT COUNT(*) FROM task_done", Long.class);
    }
}
