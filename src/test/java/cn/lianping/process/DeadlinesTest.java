package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.design.Diagrams;
import cn.lianping.office.ConsultationProcess;
import cn.lianping.office.OfficeDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("期限:到期提醒、逾期升级,都不代人办理")
class DeadlinesTest {

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final TaskService tasks;
    private final AuditTrail audit;
    private final OfficeDesk office;
    private final TreeSet<String> elapsed = new TreeSet<>();

    @Autowired
    DeadlinesTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            TaskService tasks,
            AuditTrail audit,
            OfficeDesk office) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.tasks = tasks;
        this.audit = audit;
        this.office = office;
    }

    /** Lets the first open task of this kind be reminded of and become overdue; then goes back to where the clock was. */
    private void elapse(String businessKey, String taskKey) {
        Task task = desk.open(businessKey, taskKey).get(0);
        List<Job> timers = jobs.timers(businessKey, taskKey).stream()
                .filter(job -> job.getExecutionId().equals(task.getExecutionId()))
                .toList();
        assertThat(timers).as("reminder and escalation of %s", taskKey).hasSize(2);
        Instant before = jobs.now();
        Instant due = task.getDueDate().toInstant();
        assertThat(timers.get(0).getDuedate().toInstant())
                .as("reminder of %s", taskKey)
                .isBefore(due);
        assertThat(timers.get(1).getDuedate().toInstant())
                .as("escalation of %s", taskKey)
                .isAfter(due);

        jobs.fire(timers.get(0));
        assertOpen(task, 70);
        assertRecorded(businessKey, "到期提醒:", taskKey);
        jobs.fire(timers.get(1));
        assertOpen(task, 90);
        assertRecorded(businessKey, "逾期升级:", taskKey);
        jobs.moveBackTo(before);
        elapsed.add(taskKey);
    }

    private void assertOpen(Task task, int priority) {
        Task now = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(now).as("%s is still open", task.getTaskDefinitionKey()).isNotNull();
        assertThat(now.getPriority()).isEqualTo(priority);
        assertThat(now.getAssignee()).isEqualTo(task.getAssignee());
    }

    private void assertRecorded(String businessKey, String act, String taskKey) {
        List<AuditEntry> entries = audit.entries(businessKey);
        assertThat(entries.get(entries.size() - 1).act()).startsWith(act);
        assertThat(entries.get(entries.size() - 1).subject()).isEqualTo(taskKey);
    }

    @Test
    @DisplayName("每一个人工任务都有到期提醒和逾期升级")
    void everyUserTaskIsRemindedAndEscalated() {
        String roundNo = rounds.open();
        String caseNo = steps.apply(roundNo);
        elapse(caseNo, "userTask_selfEvaluateElement");
        steps.fillElements(caseNo);
        elapse(caseNo, "userTask_sealReport");
        elapse(caseNo, "userTask_submitReport");
        steps.sealAll(caseNo);
        steps.submit(caseNo);
        elapse(caseNo, "userTask_reviewByScienceDepartment");
        elapse(caseNo, "userTask_reviewByIndustryDepartment");
        steps.reviewAndPass(caseNo);
        elapse(caseNo, "userTask_recommend");
        Task recommendation = desk.task(caseNo, "userTask_recommend");
        office.addSigner(office.claim(recommendation), recommendation, "party1");
        elapse(caseNo, ConsultationProcess.GIVE_CONSULTED_OPINION);
        desk.complete(
                caseNo, ConsultationProcess.GIVE_CONSULTED_OPINION, Map.of("agreement", "AGREE", "opinion", "同意推荐"));
        steps.recommend(caseNo);
        elapse(caseNo, "userTask_giveManagementOpinion");
        elapse(caseNo, "userTask_confirmPanel");
        steps.giveOpinions(caseNo);
        steps.confirmPanel(caseNo);
        elapse(caseNo, "userTask_reviewByExpert");
        steps.reviewByAll(caseNo);

        rounds.closeIntake(roundNo);
        elapse(roundNo, "userTask_compileAgenda");
        rounds.compileAgenda(roundNo);
        elapse(roundNo, "userTask_recordDeliberation");
        rounds.record(roundNo, desk.task(roundNo, "userTask_recordDeliberation"));
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        elapse(roundNo, "userTask_issueNotice");
        jobs.moveTo("2026-02-11T08:00:00");
        rounds.object(rounds.issueNotice(roundNo, "2026-02-11"), caseNo);
        elapse(caseNo, "userTask_acceptObjection");
        desk.complete(caseNo, "userTask_acceptObjection", Map.of("acceptance", "ACCEPT", "reason", "属于受理范围"));
        elapse(caseNo, "userTask_investigateObjection");
        desk.complete(caseNo, "userTask_investigateObjection", Map.of("finding", "经核查"));
        elapse(caseNo, "userTask_decideObjection");
        desk.complete(caseNo, "userTask_decideObjection", Map.of("outcome", "dismissed", "reason", "与事实不符"));
        rounds.endPublicity(roundNo);
        elapse(roundNo, "userTask_draftRelease");
        rounds.draftRelease(roundNo);
        elapse(roundNo, "userTask_countersignByIndustry");
        desk.complete(roundNo, "userTask_countersignByIndustry", RoundSteps.agree());
        elapse(roundNo, "userTask_signByScience");
        desk.complete(roundNo, "userTask_signByScience", RoundSteps.agree());
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        elapse(roundNo, "userTask_selectPilots");
        jobs.moveTo("2026-03-02T09:00:00");
        desk.complete(roundNo, "userTask_selectPilots", RoundSteps.selection(3_000_000));
        jobs.runAll(roundNo);
        elapse(caseNo, "userTask_draftFundUsePlan");
        desk.complete(caseNo, "userTask_draftFundUsePlan", PilotProjectProcessTest.plan(300_000, "2026-09-01"));
        elapse(caseNo, "userTask_fileProject");
        desk.complete(caseNo, "userTask_fileProject", Map.of("outcome", "FILE", "filingNo", "LN-2026-03"));
        jobs.fire(caseNo, "event_midterm");
        elapse(caseNo, "userTask_reportMidterm");
        desk.complete(caseNo, "userTask_reportMidterm", PilotProjectProcessTest.report());
        jobs.fire(caseNo, "event_termEnded");
        elapse(caseNo, "userTask_reportFinal");
        desk.complete(caseNo, "userTask_reportFinal", PilotProjectProcessTest.report());
        elapse(caseNo, "userTask_acceptProject");

        TreeSet<String> all = new TreeSet<>();
        Diagrams.all().forEach(diagram -> diagram.all(UserTask.class).forEach(task -> all.add(task.getId())));
        assertThat(elapsed).isEqualTo(all);
    }
}
