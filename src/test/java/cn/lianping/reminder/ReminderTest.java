package cn.lianping.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.Statements;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("提醒:新任务、即将到期、逾期")
class ReminderTest {

    private static final String ME = "/camunda/api/lianping/me";

    @LocalServerPort
    private int port;

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final ReminderMapper mapper;
    private final Reminders reminders;
    private final Statements statements;

    @Autowired
    ReminderTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            ReminderMapper mapper,
            Reminders reminders,
            Statements statements) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.mapper = mapper;
        this.reminders = reminders;
        this.statements = statements;
    }

    private List<ReminderRow> of(String person, String caseNo) {
        return mapper.page(person, 0, 1000).stream()
                .filter(row -> caseNo.equals(row.caseNo()))
                .toList();
    }

    @Test
    @DisplayName("任务出现、即将到期、逾期都告诉办理人,逾期还告诉管理人员和承办处室;办结后不再算未读")
    void tasksTellOfThemselves() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        Task task = desk.open(caseNo, "userTask_reviewByScienceDepartment").get(0);
        String reviewer = desk.responsible(task);
        assertThat(of(reviewer, caseNo)).extracting(ReminderRow::kind).containsExactly(ReminderKind.NEW_TASK);
        List<Job> timers = jobs.timers(caseNo, "userTask_reviewByScienceDepartment");
        Instant before = jobs.now();
        jobs.fire(timers.get(0));
        jobs.fire(timers.get(1));
        jobs.moveBackTo(before);
        assertThat(of(reviewer, caseNo))
                .extracting(ReminderRow::kind)
                .containsExactlyInAnyOrder(ReminderKind.NEW_TASK, ReminderKind.DUE_SOON, ReminderKind.OVERDUE);
        assertThat(of(reviewer, caseNo)).allMatch(row -> row.text().startsWith("办理期限:"));
        for (String superior : List.of("manager1", "office1")) {
            assertThat(of(superior, caseNo))
                    .as(superior)
                    .extracting(ReminderRow::kind)
                    .containsExactly(ReminderKind.OVERDUE);
        }
        assertThat(of("divs1", caseNo)).isEmpty();

        desk.complete(
                reviewer, task, Map.of("outcome", "REJECT", "authentic", true, "complete", true, "reason", "材料不足以证明"));
        assertThat(of(reviewer, caseNo)).allMatch(row -> row.readAt() != null);
        assertThat(of("manager1", caseNo)).allMatch(row -> row.readAt() != null);
    }

    @Test
    @DisplayName("十个要素同时出现只说一件事,发起人自己不再被告知")
    void tenTasksAreOnePieceOfNews() {
        String caseNo = steps.apply(rounds.open());
        String lead = FixtureRegistry.personOf(cases.require(caseNo).leadCode());
        assertThat(of(lead, caseNo).size()).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("铃铛:计数、列表、已读、全部已读,只见本人的")
    void theBell() {
        reminders.send(new Reminder("scisigner", ReminderKind.RESULT, "结果一", "说明", null, "2026-01-0001"));
        reminders.send(new Reminder("scisigner", ReminderKind.RETURNED, "退回一", "", "task", null));
        Visitor person = Visitor.loggedIn(port, "scisigner");
        int unread = person.get(ME + "/reminders/unread").json().path("unread").asInt();
        JsonNode list = person.get(ME + "/reminders").json();
        assertThat(list.path("unread").asInt()).isEqualTo(unread).isGreaterThanOrEqualTo(2);
        JsonNode row = StreamSupport.stream(list.path("rows").spliterator(), false)
                .filter(one -> one.path("title").asText().equals("退回一"))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("label").asText()).isEqualTo("退回");
        assertThat(row.path("urgent").asBoolean()).isTrue();
        String id = row.path("id").asText();

        Visitor other = Visitor.loggedIn(port, "indsigner");
        other.post(ME + "/reminders/" + id + "/read", Map.of());
        assertThat(person.get(ME + "/reminders/unread").json().path("unread").asInt())
                .as("nobody reads for another")
                .isEqualTo(unread);
        assertThat(other.get(ME + "/reminders").body()).doesNotContain(id);
        person.post(ME + "/reminders/" + id + "/read", Map.of());
        assertThat(person.get(ME + "/reminders/unread").json().path("unread").asInt())
                .isEqualTo(unread - 1);
        assertThat(person.post(ME + "/reminders/read", Map.of())
                        .json()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(person.get(ME + "/reminders?page=-1").status()).isEqualTo(400);
        assertThat(person.get(ME + "/mail").json().path("enabled").asBoolean()).isFalse();
        assertThat(new Visitor(port).get(ME + "/reminders").status()).isEqualTo(401);
        assertThat(new Visitor(port).get(ME + "/reminders/unread").status()).isEqualTo(401);
        assertThat(new Visitor(port).get(ME + "/mail").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("告诉一个人或一百个人,语句数相同")
    void statementsDoNotGrowWithThePeopleTold() {
        List<String> one = statements.during(
                () -> reminders.sendToGroups(List.of("supervision"), ReminderKind.COPIED, "一", "", null, null));
        List<String> many = statements.during(() -> reminders.sendToGroups(
                List.of("expert", "province-office", "manager"), ReminderKind.COPIED, "多", "", null, null));
        assertThat(many).hasSameSizeAs(one).hasSize(2);
    }

    @Test
    @DisplayName("邮件发送页只对系统管理员开放")
    void mailPageIsForAdministrators() {
        assertThat(Visitor.loggedIn(port, "office1").get("/admin/mail").status())
                .isEqualTo(403);
        Visitor.Answer page = Visitor.loggedIn(port, "admin1").page("/admin/mail");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("邮件发送", "没有设置邮件服务器");
    }
}
