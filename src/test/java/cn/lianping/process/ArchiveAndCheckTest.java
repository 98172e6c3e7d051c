package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.Cases;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 归档 and 文件核验, of a case that was returned once, corrected and scored. */
@PlatformTest
@DisplayName("归档与核验")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveAndCheckTest {

    private static final CSVFormat INDEX =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Registry registry;
    private final DocumentService documents;

    @LocalServerPort
    private int port;

    private String roundNo;
    private String caseNo;

    @Autowired
    ArchiveAndCheckTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            Registry registry,
            DocumentService documents) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
    }

    @BeforeAll
    void score() {
        roundNo = rounds.open();
        caseNo = steps.apply(roundNo);
        steps.toPreliminaryReview(caseNo);
        desk.complete(
                caseNo, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT, CaseSteps.returnForCorrection("3"));
        desk.complete(caseNo, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(caseNo);
        steps.toPreliminaryReview(caseNo);
        steps.toComprehensiveEvaluation(caseNo);
        steps.toScore(caseNo);
    }

    private Document document(DocumentKind kind, int version) {
        return documents.list(caseNo).stream()
                .filter(one -> one.kind() == kind && one.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    @DisplayName("归档包:每卷一夹,文件、证据、审计链齐全,目录中的校验值与文件相符")
    void archiveOfARound() throws Exception {
        Visitor.Download got = Visitor.loggedIn(port, RoundSteps.OFFICE)
                .download("/camunda/api/lianping/rounds/" + roundNo + "/archive");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.contentType()).startsWith("application/zip");
        Map<String, byte[]> files = unzip(got.bytes());
        String folder = "案卷/" + caseNo + " "
                + registry.alliance(cases.require(caseNo).allianceId()).name() + "/";
        assertThat(files.keySet())
                .contains("目录.csv", "目录.xlsx", "批次文件/流转记录.jsonl", folder + "流转记录.jsonl")
                .anyMatch(path -> path.startsWith(folder + "文件/") && path.contains("评估评价审批单"))
                .anyMatch(path -> path.startsWith(folder + "文件/") && path.contains("综合评价得分表"))
                .anyMatch(path -> path.startsWith(folder + "文件/历次版本/") && path.contains("初审意见表-第1版.pdf"))
                .anyMatch(path -> path.startsWith(folder + "证据材料/盖章件/盖章件"));
        String csv = new String(files.get("目录.csv"), StandardCharsets.UTF_8).substring(1);
        int lines = 0;
        try (CSVParser index = CSVParser.parse(new StringReader(csv), INDEX)) {
            for (CSVRecord line : index) {
                byte[] file = files.get(line.get("路径"));
                assertThat(file).as(line.get("路径")).isNotNull();
                assertThat(line.get("SHA-256")).as(line.get("路径")).isEqualTo(sha256(file));
                assertThat(line.get("大小(字节)")).isEqualTo(String.valueOf(file.length));
                assertThat(line.get("与登记核对")).isIn("一致", "");
                lines++;
            }
        }
        assertThat(lines).as("every file but the index itself").isEqualTo(files.size() - 2);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(files.get("目录.xlsx")));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(1)).toList())
                    .hasSize(lines + 1)
                    .contains("路径", folder + "流转记录.jsonl");
        }
        assertLinked(new String(files.get(folder + "流转记录.jsonl"), StandardCharsets.UTF_8));
    }

    private static void assertLinked(String chain) throws IOException {
        String before = null;
        int seq = 0;
        for (String line : chain.lines().toList()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertThat(entry.path("seq").asInt()).isEqualTo(++seq);
            if (before != null) {
                assertThat(entry.path("previousHash").asText()).isEqualTo(before);
            }
            before = entry.path("hash").asText();
        }
        assertThat(chain).contains("计算得分", "提交评审表");
    }

    @Test
    @DisplayName("归档包只给省厅办公室")
    void archiveIsForTheOfficeAlone() {
        String lead = FixtureRegistry.personOf(cases.require(caseNo).leadCode());
        for (String user : List.of(lead, "party1", "super1", "scisigner", "manager1", "sci210100", "fixexp01")) {
            Visitor.Download refused =
                    Visitor.loggedIn(port, user).download("/camunda/api/lianping/rounds/" + roundNo + "/archive");
            assertThat(refused.status()).as(user).isEqualTo(403);
            assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).doesNotContain(caseNo);
        }
        assertThat(new Visitor(port)
                        .download("/camunda/api/lianping/rounds/" + roundNo + "/archive")
                        .status())
                .isEqualTo(401);
        assertThat(Visitor.loggedIn(port, RoundSteps.OFFICE)
                        .download("/camunda/api/lianping/rounds/1999-01/archive")
                        .status())
                .isEqualTo(404);
    }

    private static String withHyphens(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    @Test
    @DisplayName("凭校验码核验:公开文件说明种类、标题、版本与是否最新,不公开的只说签发日期")
    void checkByCode() {
        Visitor anybody = new Visitor(port);
        Document newest = document(DocumentKind.REVIEW_OPINION, 2);
        Visitor.Answer found = anybody.page("/public/check?code=" + DocumentService.code(newest.fingerprint()));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains(newest.title(), "初审意见表", "第 2 版", "是最新版本", newest.sha256());
        Document old = document(DocumentKind.REVIEW_OPINION, 1);
        assertThat(anybody.page("/public/check?code=" + withHyphens(DocumentService.code(old.fingerprint())))
                        .body())
                .contains("第 1 版", "否,已有第 2 版");
        Document table = document(DocumentKind.SCORE_TABLE, 1);
        assertThat(anybody.page("/public/check?code=" + table.fingerprint()).body())
                .contains("签发", "此文件不公开")
                .doesNotContain(table.title(), "得分表", table.sha256(), caseNo, table.id());
        assertThat(anybody.page("/public/check?code=0000000000000000").body()).contains("未查到");
        Visitor.Answer malformed = anybody.page("/public/check?code=%3Cscript%3E");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body()).contains("校验码应为 16 位").doesNotContain("<script>");
        assertThat(anybody.page("/public/check").body()).contains("按电子文件核验").doesNotContain("未查到");
    }

    @Test
    @DisplayName("凭文件核验:原件查得到,改动一个字节即查不到")
    void checkByFile() {
        Visitor anybody = new Visitor(port);
        Document issued = document(DocumentKind.RECOMMENDATION, 1);
        byte[] bytes = documents.bytes(issued.id());
        Map<String, String> token = Map.of("_csrf", anybody.csrfOf("/public/check"));
        assertThat(anybody.upload("/public/check", "a.pdf", bytes, token).body())
                .contains("内容未被改动", issued.title(), "推荐函");
        byte[] altered = bytes.clone();
        altered[altered.length / 2] ^= 1;
        assertThat(anybody.upload("/public/check", "a.pdf", altered, token).body())
                .contains("未查到", "改动")
                .doesNotContain(issued.title());
        Visitor.Answer empty = anybody.upload("/public/check", "a.pdf", new byte[0], token);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("请选择要核验的文件");
    }
}
