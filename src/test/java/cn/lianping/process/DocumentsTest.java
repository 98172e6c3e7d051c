package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.preliminaryreview.PreliminaryReview;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.web.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The documents of two cases that went all the way, as the people of each role get them over HTTP. */
@PlatformTest
@DisplayName("文件")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private static final String API = "/camunda/api/lianping";
    private static final String REASON = "与成员单位有合作关系";

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Recusals recusals;
    private final Cases cases;
    private final Registry registry;
    private final Scores scores;
    private final PreliminaryReview review;
    private final DocumentService documents;
    private final JdbcTemplate sql;

    @LocalServerPort
    private int port;

    private String roundNo;
    private String first;
    private String second;
    private String recused;
    private String inReview;
    private String expertInReview;
    private String otherArea;
    private Visitor.Download briefing;
    private Visitor.Download minutesForm;

    @Autowired
    DocumentsTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Recusals recusals,
            Cases cases,
            Registry registry,
            Scores scores,
            PreliminaryReview review,
            DocumentService documents,
            JdbcTemplate sql) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.recusals = recusals;
        this.cases = cases;
        this.registry = registry;
        this.scores = scores;
        this.review = review;
        this.documents = documents;
        this.sql = sql;
    }

    @BeforeAll
    void goAllTheWay() {
        inReview();
        roundNo = rounds.open();
        first = steps.scored(roundNo);
        second = steps.scored(roundNo);
        recused = steps.seated(second).get(0);
        String replacement = steps.reserve(second).get(0);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(second, recused, replacement, REASON));
        jobs.runAll(second);
        steps.reviewByAll(second);
        rounds.closeIntake(roundNo);
        rounds.compileAgenda(roundNo);
        Task task = desk.task(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        Visitor clerk = Visitor.loggedIn(port, desk.responsible(task));
        briefing = clerk.download(API + "/tasks/" + task.getId() + "/briefing");
        minutesForm = clerk.download(API + "/tasks/" + task.getId() + "/minutes-form");
        rounds.record(roundNo, task);
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        jobs.moveTo("2026-02-11T08:00:00");
        rounds.issueNotice(roundNo, "2026-02-11");
        rounds.endPublicity(roundNo);
        rounds.release(roundNo);
        desk.complete(roundNo, PilotProcess.SELECT_PILOTS, RoundSteps.selection(6_000_000));
        jobs.runAll(roundNo);
        desk.complete(first, PilotProcess.DRAFT_FUND_USE_PLAN, PilotProjectProcessTest.plan(300_000, "2027-03-02"));
        desk.complete(first, PilotProcess.FILE_PROJECT, Map.of("outcome", "FILE", "filingNo", "LN-WJ-01"));
        otherArea = Stream.of("210100", "210200", "SFQ000")
                .filter(area -> !area.equals(cases.require(first).areaCode()))
                .findFirst()
                .orElseThrow();
    }

    /** A case that was returned once and waits for its experts. */
    private void inReview() {
        inReview = steps.apply(rounds.open());
        steps.toPreliminaryReview(inReview);
        desk.complete(
                inReview, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT, CaseSteps.returnForCorrection("3"));
        desk.complete(inReview, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(inReview);
        steps.toPreliminaryReview(inReview);
        steps.toComprehensiveEvaluation(inReview);
        steps.confirmPanel(inReview);
        expertInReview = steps.seated(inReview).get(0);
    }

    private Visitor office() {
        return Visitor.loggedIn(port, RoundSteps.OFFICE);
    }

    private String lead(String caseNo) {
        return FixtureRegistry.personOf(cases.require(caseNo).leadCode());
    }

    private static String science(String area) {
        return "sci" + area.toLowerCase(java.util.Locale.ROOT);
    }

    private String allianceOf(String caseNo) {
        return registry.alliance(cases.require(caseNo).allianceId()).name();
    }

    /** The text without the breaks of lines. */
    static String text(byte[] pdf) {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String text(String scope, DocumentKind kind) {
        Document newest = documents.list(scope).stream()
                .filter(one -> one.kind() == kind)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + scope));
        return text(documents.bytes(newest.id()));
    }

    @Test
    @DisplayName("初审意见表、推荐函在办理时生成,内容出自案卷")
    void papersOfThePreliminaryReview() {
        assertThat(text(first, DocumentKind.REVIEW_OPINION))
                .contains(allianceOf(first) + "初审意见表", "测试盟主", "第1次复核", "汇总结论通过", "材料真实性真实");
        assertThat(documents.list(inReview).stream()
                        .filter(one -> one.kind() == DocumentKind.REVIEW_OPINION)
                        .map(one -> text(documents.bytes(one.id()))))
                .satisfiesExactly(
                        returned -> assertThat(returned).contains("汇总结论退回更正", "材料不完整", "第1次复核"),
                        passed -> assertThat(passed).contains("汇总结论通过", "第2次复核"));
        String letterNo = review.recommendation(first).orElseThrow().letterNo();
        assertThat(text(first, DocumentKind.RECOMMENDATION))
                .contains(letterNo, "关于推荐" + allianceOf(first) + "的函", "推荐意见\uff1a同意推荐", "附件1", "测试银行")
                .contains("辽宁省科学技术厅、辽宁省工业和信息化厅\uff1a");
    }

    @Test
    @DisplayName("推荐汇总表:PDF 与电子表格内容一致,只对本地区与省厅开放")
    void summaryOfTheArea() throws IOException {
        EvaluationCase found = cases.require(first);
        String path = API + "/rounds/" + roundNo + "/areas/" + found.areaCode() + "/summary";
        Visitor department = Visitor.loggedIn(port, science(found.areaCode()));
        assertThat(text(department.download(path).bytes())).contains(first, allianceOf(first), "推荐汇总表", "同意推荐");
        Visitor.Download workbook = department.download(path + ".xlsx");
        assertThat(workbook.contentType()).contains("spreadsheetml");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook.bytes()));
                Stream<Row> rows = read.getFirstSheet().openStream()) {
            assertThat(rows.filter(row -> row.getCellCount() > 2).map(row -> row.getCellText(1) + row.getCellText(2)))
                    .contains("案卷号联盟名称", first + allianceOf(first));
        }
        assertThat(office().download(path).status()).isEqualTo(200);
        for (String other : List.of(science(otherArea), lead(first), expertInReview)) {
            Visitor.Download refused = Visitor.loggedIn(port, other).download(path);
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(new String(refused.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(allianceOf(first));
        }
    }

    @Test
    @DisplayName("抽取记录可据以重抽;回避决定写明理由;得分表列出计算过程")
    void papersOfTheEvaluation() {
        String record = text(first, DocumentKind.DRAW_RECORD);
        String seed = sql.queryForObject("SELECT seed FROM panel WHERE case_no = ?", String.class, first);
        assertThat(record).contains(seed).contains(steps.seated(first));
        assertThat(text(second, DocumentKind.DRAW_RECORD)).contains(steps.seated(second));
        assertThat(text(second, DocumentKind.RECUSAL_STATEMENT))
                .contains(registry.expert(recused).name(), REASON, "省厅办公室责令");
        Score score = scores.latest(first).orElseThrow();
        assertThat(text(first, DocumentKind.SCORE_TABLE))
                .contains(score.total().toPlainString(), score.exactTotal(), score.sha256())
                .contains("管理评价D", "专家评审E", "取2位小数")
                .doesNotContain(registry.expert(steps.seated(first).get(0)).name());
    }

    @Test
    @DisplayName("会议材料与会议纪要在会前打印,得分与名次在其中")
    void papersOfTheMeeting() {
        String total = scores.latest(first).orElseThrow().total().toPlainString();
        assertThat(briefing.status()).isEqualTo(200);
        assertThat(text(briefing.bytes())).contains(first, second, total, "案卷摘要", "共3家", "符合10项", "推荐顺序第1位", "共2件");
        assertThat(text(minutesForm.bytes())).contains(first, second, "主持人", "实到须为应到的", "记录人");
        Visitor party = Visitor.loggedIn(port, "party1");
        String meeting = API + "/rounds/" + roundNo + "/meetings/1";
        assertThat(text(party.download(meeting + "/minutes-form").bytes())).contains("确认", "纪要");
        assertThat(party.download(meeting + "/briefing").bytes())
                .as("after the meeting: what lay before it")
                .isEqualTo(briefing.bytes());
        assertThat(party.get(API + "/rounds/" + roundNo + "/meetings").json()).hasSize(1);
        assertThat(party.download(API + "/rounds/" + roundNo + "/meetings/7/briefing")
                        .status())
                .isEqualTo(404);
        for (String other : List.of(lead(first), science(cases.require(first).areaCode()), expertInReview)) {
            assertThat(Visitor.loggedIn(port, other)
                            .download(meeting + "/briefing")
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("公示、发布文件、立项备案表")
    void papersOfPublicityReleaseAndPilot() {
        assertThat(text(roundNo, DocumentKind.NOTICE))
                .contains("关于拟发布名单的公示", "公示期自2026年2月11日起", allianceOf(first), allianceOf(second), "附件")
                .contains("辽宁省科学技术厅", "辽宁省工业和信息化厅");
        assertThat(text(roundNo, DocumentKind.RELEASE)).contains("文件", "辽科发〔2026〕", "现予发布。", allianceOf(first));
        assertThat(text(first, DocumentKind.FILING_FORM))
                .contains("LN-WJ-01", "3000000", "1500000", "测试高新处", "2026年3月2日至2027年3月2日");
    }

    @Test
    @DisplayName("各类文件对各角色的可读范围")
    void rightsByRoleAndKind() {
        String area = cases.require(first).areaCode();
        office().get(API + "/cases/" + first + "/approval-sheet");
        Map<DocumentKind, List<String>> readers = new EnumMap<>(DocumentKind.class);
        String lead = lead(first);
        String member = FixtureRegistry.personOf(
                registry.members(cases.require(first).allianceId()).get(1).code());
        String department = science(area);
        List<String> leadership = List.of("party1", "super1", "scisigner", "indsigner", RoundSteps.OFFICE);
        List<String> all = plus(leadership, lead, member, department);
        readers.put(DocumentKind.SELF_EVALUATION_REPORT, all);
        readers.put(DocumentKind.REVIEW_OPINION, all);
        readers.put(DocumentKind.FILING_FORM, all);
        readers.put(DocumentKind.RECOMMENDATION, plus(leadership, department));
        readers.put(DocumentKind.DRAW_RECORD, leadership);
        readers.put(DocumentKind.SCORE_TABLE, leadership);
        readers.put(DocumentKind.RECUSAL_STATEMENT, leadership);
        readers.put(DocumentKind.APPROVAL_SHEET, List.of(RoundSteps.OFFICE));
        readers.put(DocumentKind.BRIEFING, leadership);
        readers.put(DocumentKind.MINUTES_FORM, leadership);
        List<String> everybody = plus(all, science(otherArea), expertInReview, "manager1");
        Map<String, Visitor> visitors = new java.util.HashMap<>();
        everybody.forEach(user -> visitors.put(user, Visitor.loggedIn(port, user)));
        readers.forEach((kind, may) -> {
            Document document = Stream.of(first, second, roundNo)
                    .flatMap(scope -> documents.list(scope).stream())
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            for (String user : everybody) {
                // the recusal is of the second alliance, which the first one's people do not know
                boolean concerns = !document.scope().equals(second) || leadership.contains(user);
                Visitor.Download got = visitors.get(user).download(API + "/documents/" + document.id());
                assertThat(got.status())
                        .as("%s reads %s", user, kind)
                        .isEqualTo(may.contains(user) && concerns ? 200 : 404);
                if (got.status() == 404) {
                    assertThat(new String(got.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                            .as("%s is told of %s", user, kind)
                            .doesNotContain(document.title(), allianceOf(first));
                }
            }
        });
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    @Test
    @DisplayName("评审中的专家看不到抽取记录与评审表")
    void reviewersSeeNoSheets() {
        Visitor expert = Visitor.loggedIn(port, expertInReview);
        assertThat(expert.get(API + "/cases/" + inReview + "/documents").json().findValuesAsText("kind"))
                .contains("SELF_EVALUATION_REPORT", "REVIEW_OPINION", "RECOMMENDATION")
                .doesNotContain("DRAW_RECORD", "SCORE_TABLE", "SCORE_SHEET");
        assertThat(expert.get(API + "/cases/" + inReview).json().path("onRequest"))
                .isEmpty();
    }

    @Test
    @DisplayName("评审表即时生成,同一份只生成一次,只对省厅办公室开放")
    void sheetsOnRequest() {
        Visitor office = office();
        var offers = office.get(API + "/cases/" + first).json().path("onRequest");
        String expert = registry.expert(steps.seated(first).get(0)).name();
        String path = java.util.stream.StreamSupport.stream(offers.spliterator(), false)
                .filter(offer -> offer.path("title").asText().contains(expert))
                .map(offer -> API + offer.path("path").asText())
                .findFirst()
                .orElseThrow();
        Visitor.Download sheet = office.download(path);
        assertThat(text(sheet.bytes())).contains(expert, "1\uff08符合\uff09", "0\uff08不符合\uff09", "理由", "状态有效");
        int stored = documents.list(first).size();
        assertThat(office.download(path).bytes()).isEqualTo(sheet.bytes());
        assertThat(documents.list(first)).hasSize(stored);
        for (String other :
                List.of("party1", lead(first), science(cases.require(first).areaCode()))) {
            assertThat(Visitor.loggedIn(port, other).download(path).status())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(office.download(path.replace(first, second)).status())
                .as("a sheet of another case")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("审批单逐环节列出,各人只见其可见")
    void approvalSheet() {
        String path = API + "/cases/" + first + "/approval-sheet";
        List<String> experts = steps.seated(first).stream()
                .map(registry::expert)
                .map(Expert::name)
                .toList();
        String total = scores.latest(first).orElseThrow().total().toPlainString();
        String office = text(office().download(path).bytes());
        assertThat(office)
                .contains("联盟自评", "初审复核", "推荐报送", "综合评价", "党组会审议", "公示", "联合发布", "试点示范")
                .contains(experts)
                .contains("形成综合评价得分" + total, "会签\uff1a同意", "签发\uff1a同意", "备案编号LN-WJ-01");
        String leadership = text(Visitor.loggedIn(port, "party1").download(path).bytes());
        assertThat(leadership).contains("形成综合评价得分" + total, "随机抽取评审专家");
        String department =
                text(Visitor.loggedIn(port, science(cases.require(first).areaCode()))
                        .download(path)
                        .bytes());
        assertThat(department).contains("科技经办人", "推荐报送").doesNotContain("得分" + total, "专家组", "会签");
        String applicant =
                text(Visitor.loggedIn(port, lead(first)).download(path).bytes());
        assertThat(applicant)
                .contains("对自评报告第1版盖章", "通过\uff08第1次复核", "确认", "备案编号LN-WJ-01")
                .doesNotContain("科技经办人", "推荐报送", "得分", "专家", "会签");
        for (String expert : experts) {
            assertThat(leadership + department + applicant).doesNotContain(expert);
        }
        assertThat(Visitor.loggedIn(port, science(otherArea)).download(path).status())
                .isEqualTo(404);
        assertThat(Visitor.loggedIn(port, expertInReview).download(path).status())
                .isEqualTo(404);
        assertThat(office().download(path).bytes())
                .as("nothing happened in between: the same document")
                .isEqualTo(office().download(path).bytes());
    }
}
