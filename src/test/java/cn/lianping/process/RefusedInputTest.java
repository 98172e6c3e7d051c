package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.Cases;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import cn.lianping.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bad input over HTTP: a readable reason, the right status, and nothing changed. */
@PlatformTest
@DisplayName("不合规的输入")
class RefusedInputTest {

    private static final String CASES = "/camunda/api/lianping/tasks/";

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final FixtureRegistry fixture;
    private final Registry registry;
    private final Cases cases;
    private final TaskService tasks;
    private final JdbcTemplate sql;

    @LocalServerPort
    private int port;

    @Autowired
    RefusedInputTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            FixtureRegistry fixture,
            Registry registry,
            Cases cases,
            TaskService tasks,
            JdbcTemplate sql) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.fixture = fixture;
        this.registry = registry;
        this.cases = cases;
        this.tasks = tasks;
        this.sql = sql;
    }

    private Visitor responsibleFor(Task task) {
        return Visitor.loggedIn(port, desk.responsible(task));
    }

    private String evaluated() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        steps.toComprehensiveEvaluation(caseNo);
        return caseNo;
    }

    /** Submits as whoever is responsible; the task must still be there, and the case's log as long as before. */
    private void assertRefused(Task task, Map<String, ?> form, int status, String reason) {
        assertRefused(responsibleFor(task), task, form, status, reason);
    }

    private void assertRefused(Visitor person, Task task, Map<String, ?> form, int status, String reason) {
        int before = entries();
        Visitor.Answer answer = person.submit(task.getId(), form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.message()).contains(reason).doesNotContain("ENGINE-");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
        assertThat(entries()).as("entries of the log").isEqualTo(before);
    }

    private int entries() {
        Integer count = sql.queryForObject("SELECT COUNT(*) FROM audit_entry", Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    @DisplayName("评审表:九项、零点五分、第十一项、伪造变量、他人任务")
    void sheets() {
        String caseNo = evaluated();
        Task opinion = desk.open(caseNo, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION)
                .get(0);
        Map<String, Object> nine = new HashMap<>(CaseSteps.sheet(8));
        nine.remove("e10");
        assertRefused(opinion, nine, 400, "请填写");
        Map<String, Object> half = new HashMap<>(CaseSteps.sheet(8));
        half.put("e3", "0.5");
        assertRefused(opinion, half, 400, "0.5");
        Map<String, Object> eleventh = new HashMap<>(CaseSteps.sheet(8));
        eleventh.put("e11", "1");
        assertRefused(opinion, eleventh, 400, "e11");
        Map<String, Object> forged = new HashMap<>(CaseSteps.sheet(8));
        forged.put("sheetsSuffice", true);
        assertRefused(opinion, forged, 400, "sheetsSuffice");
        Visitor stranger = Visitor.loggedIn(port, "party1");
        assertThat(stranger.submit(opinion.getId(), CaseSteps.sheet(8)).status())
                .isIn(403, 404);
        assertRefused(Visitor.loggedIn(port, "admin1"), opinion, CaseSteps.sheet(8), 403, "不属于您所在的部门或单位");
        assertThat(responsibleFor(opinion)
                        .submit(opinion.getId(), CaseSteps.sheet(8))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("盖章不齐不能提交;要素改动后旧校验码不能盖章")
    void seals() {
        String caseNo = steps.apply(rounds.open());
        steps.fillElements(caseNo);
        List<Task> seals = desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT);
        Object oldCode = desk.shown(seals.get(0)).get("reportCode");
        steps.seal(caseNo, seals.get(0));
        Task submission = desk.task(caseNo, SelfEvaluationProcess.SUBMIT_REPORT);
        assertRefused(submission, Map.of("submission", SelfEvaluationProcess.SUBMIT), 409, "1/3 已盖章");
        desk.complete(submission, Map.of("submission", "REOPEN", "elements", List.of("3"), "reason", "数据有误"));
        Task element =
                desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT).get(0);
        desk.complete(element, Map.of("met", "0", "statement", "更正后的论述"));
        steps.fillElements(caseNo);
        Task again = desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT).get(0);
        Visitor member = responsibleFor(again);
        assertThat(member.upload(CASES + again.getId() + "/evidence", "盖章件.pdf", CaseSteps.PDF, Map.of("kind", "SEAL"))
                        .status())
                .isEqualTo(201);
        assertRefused(member, again, Map.of("verificationCode", oldCode), 400, "与当前自评报告不一致");
    }

    @Test
    @DisplayName("改名为 PDF 的可执行文件不收")
    void renamedExecutable() {
        String caseNo = steps.apply(rounds.open());
        Task element =
                desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT).get(0);
        byte[] executable = "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1);
        Visitor.Answer answer = responsibleFor(element)
                .upload(
                        CASES + element.getId() + "/evidence",
                        "证明.pdf",
                        executable,
                        Map.of("kind", "ELEMENT", "element", "1"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("证明.pdf");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM evidence WHERE scope = ?", Integer.class, caseNo))
                .isZero();
    }

    @Test
    @DisplayName("成员单位的专家不能进入专家组")
    void expertOfAMember() {
        String caseNo = evaluated();
        Alliance alliance = registry.alliance(cases.require(caseNo).allianceId());
        List<String> panel = steps.seated(caseNo);
        String unit = registry.expert(panel.get(0)).unitCode();
        sql.update(
                "INSERT INTO alliance_member (alliance_id, organisation_code, seat_no) VALUES (?, ?, 99)",
                alliance.id(),
                unit);
        try {
            Task confirm = desk.task(caseNo, ComprehensiveEvaluationProcess.CONFIRM_PANEL);
            assertRefused(
                    confirm,
                    Map.of("panel", panel),
                    400,
                    registry.expert(panel.get(0)).name());
        } finally {
            sql.update(
                    "DELETE FROM alliance_member WHERE alliance_id = ? AND organisation_code = ?", alliance.id(), unit);
        }
    }

    @Test
    @DisplayName("党组会不能填写分数;匿名、逾期的异议与重复的文号不收")
    void deliberationPublicityAndRelease() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        rounds.compileAgenda(roundNo);
        Task record = desk.task(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        assertRefused(
                record,
                Map.of("minutesNo", "纪要", "meetingDate", "2026-02-09", "present", 7, "members", 9, "total", "9.99"),
                400,
                "total");
        rounds.record(roundNo, record);
        jobs.runAll(roundNo);
        jobs.deliverFanOut();

        jobs.moveTo("2026-02-11T08:00:00");
        Notice notice = rounds.issueNotice(roundNo, "2026-02-11");
        Visitor visitor = new Visitor(port);
        String path = "/public/notices/" + notice.noticeId() + "/objections";
        Map<String, String> anonymous = new HashMap<>(Map.of(
                "_csrf", visitor.csrfOf(path), "caseNo", caseNo, "realName", "", "contact", "", "statement", "反映情况"));
        Visitor.Answer refused = visitor.upload(path, "证明.pdf", CaseSteps.PDF, anonymous);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("实名");
        assertThat(desk.open(caseNo, PublicityProcess.ACCEPT_OBJECTION)).isEmpty();

        rounds.endPublicity(roundNo);
        anonymous.putAll(Map.of("realName", "张三", "contact", "13900000000"));
        Visitor.Answer late = visitor.upload(path, "证明.pdf", CaseSteps.PDF, anonymous);
        assertThat(late.status()).isEqualTo(409);
        Visitor.Answer letter = Visitor.loggedIn(port, RoundSteps.SUPERVISION)
                .post(
                        "/camunda/api/engine/engine/default/process-definition/key/objection-handling/submit-form",
                        Map.of("variables", variables(RoundSteps.letter(caseNo, "2026-02-25"))));
        assertThat(letter.status()).as(letter.body()).isEqualTo(409);
        assertThat(letter.message()).contains("邮戳");

        rounds.draftRelease(roundNo);
        String used = sql.queryForObject(
                "SELECT document_no FROM release_document WHERE round_no = ?", String.class, roundNo);
        String other = rounds.open();
        steps.scored(other);
        rounds.toEndedPublicity(other);
        Task draft = desk.task(other, JointReleaseProcess.DRAFT_RELEASE);
        assertRefused(draft, Map.of("documentNo", String.valueOf(used), "title", "通知", "body", "正文"), 400, "已用于批次");
    }

    private static Map<String, Object> variables(Map<String, Object> form) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return variables;
    }

    @Test
    @DisplayName("登记册:第 17 行有误、校验码不对,整批不导入")
    void brokenRow() {
        fixture.alliance();
        StringBuilder organisations = new StringBuilder("code,name,kind,area\n");
        for (int n = 1; n <= 20; n++) {
            String code = cn.lianping.alliance.CreditCodes.of("210300", 700_000 + n);
            String shown = n == 16 ? code.substring(0, 17) + (code.endsWith("0") ? "1" : "0") : code;
            organisations.append(shown).append(",鞍山单位%d,enterprise,210300\n".formatted(n));
        }
        Visitor admin = Visitor.loggedIn(port, "admin1");
        int before = registry.organisations().size();
        Visitor.Answer answer = admin.upload(
                "/admin/registry/import",
                Map.of("organisations.csv", organisations.toString().getBytes(StandardCharsets.UTF_8)),
                "files",
                Map.of("_csrf", admin.csrfOf("/admin/registry")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("problems").toString()).contains("17").contains("校验");
        assertThat(registry.organisations()).hasSize(before);
    }
}
