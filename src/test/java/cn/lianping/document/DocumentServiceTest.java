package cn.lianping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.lianping.MigratedDatabase;
import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;

@Tag("database")
class DocumentServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final PdfWriter WRITER = new PdfWriter();
    private static final String CASE = "LN-2026-1-003";

    private final AuditLog audit = mock(AuditLog.class);
    private DocumentService documents;

    @BeforeEach
    void createDatabase() throws Exception {
        DataSource database = MigratedDatabase.fresh();
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        SqlSessionFactory sessions = factory.getObject();
        sessions.getConfiguration().addMapper(DocumentMapper.class);
        CurrentActor actor = mock(CurrentActor.class);
        when(actor.userId()).thenReturn("clerk");
        documents = new DocumentService(
                new SqlSessionTemplate(sessions).getMapper(DocumentMapper.class),
                WRITER,
                new CheckAddress("https://lianping.example/"),
                actor,
                audit,
                CLOCK);
    }

    private Document report(String statement) {
        return documents.produce(
                DocumentKind.SELF_EVALUATION_REPORT, CASE, "自评报告", SampleModels.selfEvaluation(statement));
    }

    @Test
    void keepsWhatItProduced() {
        Document first = report("甲");
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.createdBy()).isEqualTo("clerk");
        assertThat(first.createdAt()).isEqualTo(CLOCK.millis());
        assertThat(first.fingerprint())
                .isEqualTo(DocumentService.fingerprint(
                        DocumentKind.SELF_EVALUATION_REPORT, CASE, SampleModels.selfEvaluation("甲")));
        assertThat(documents.find(first.id())).contains(first);
        assertThat(documents.bytes(first.id())).hasSize((int) first.size()).startsWith('%', 'P', 'D', 'F');
        verify(audit).record(eq(CASE), eq("生成文件"), eq(first.id()), any());
    }

    @Test
    void makesAVersionOnlyOfChangedContent() {
        Document first = report("甲");
        assertThat(report("甲")).isEqualTo(first);
        Document second = report("乙");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(documents.list(CASE)).containsExactly(first, second);
        assertThat(documents.latest(CASE, DocumentKind.SELF_EVALUATION_REPORT)).contains(second);
        assertThat(documents.latest(CASE, DocumentKind.NOTICE)).isEmpty();
        assertThat(documents.list("LN-2026-1-004")).isEmpty();
        verify(audit, times(2)).record(any(), any(), any(), any());
    }

    @Test
    void fingerprintsContentAndNotTheOrderOfKeys() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);
        String fingerprint = DocumentService.fingerprint(DocumentKind.NOTICE, CASE, one);
        assertThat(fingerprint).hasSize(64).isEqualTo(DocumentService.fingerprint(DocumentKind.NOTICE, CASE, other));
        assertThat(DocumentService.fingerprint(DocumentKind.RELEASE, CASE, one)).isNotEqualTo(fingerprint);
        assertThat(DocumentService.fingerprint(DocumentKind.NOTICE, "other", one))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void keepsSeveralOfAKindApart() {
        Map<String, Object> model = SampleModels.of(DocumentKind.RECUSAL_STATEMENT);
        Document one = documents.produce(DocumentKind.RECUSAL_STATEMENT, CASE, "expert1", "回避声明", model);
        Document other = documents.produce(DocumentKind.RECUSAL_STATEMENT, CASE, "expert2", "回避声明", model);
        assertThat(other.version()).isEqualTo(1);
        assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
        assertThat(documents.latest(CASE, DocumentKind.RECUSAL_STATEMENT, "expert1"))
                .contains(one);
        assertThat(documents.latest(CASE, DocumentKind.RECUSAL_STATEMENT)).isEmpty();
        assertThat(documents.list(CASE)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void findsWhatItIssuedByCodeAndByFile() {
        Document first = report("甲");
        String code = DocumentService.code(first.fingerprint());
        assertThat(code).hasSize(16).isUpperCase();
        assertThat(documents.withCode(first.fingerprint().substring(0, 16))).contains(first);
        assertThat(documents.withCode(first.fingerprint())).contains(first);
        assertThat(documents.withSha256(first.sha256())).contains(first);
        assertThat(documents.withCode("0000000000000000")).isEmpty();
        assertThat(documents.withSha256("0".repeat(64))).isEmpty();
    }

    @Test
    void makesWorkbooksThatCanBeReadBack() throws Exception {
        Document made = documents.produce(
                DocumentKind.RECOMMENDATION_WORKBOOK,
                CASE,
                "210100",
                "推荐汇总表",
                SampleModels.of(DocumentKind.RECOMMENDATION_WORKBOOK));
        assertThat(made.fileName()).isEqualTo("推荐汇总表.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(documents.bytes(made.id())));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Row> read = rows.toList();
            assertThat(read.get(0).getCellText(0)).isEqualTo("推荐汇总表");
            assertThat(read.get(1).getCellText(3)).isEqualTo("推荐意见");
            assertThat(read.get(2).getCellAsNumber(0)).contains(BigDecimal.ONE);
            assertThat(read.get(2).getCell(3).getType()).isEqualTo(CellType.STRING);
            assertThat(read.get(2).getCellText(3)).as("no formula").isEqualTo("=同意推荐");
            assertThat(read.get(read.size() - 1).getCellText(0))
                    .contains(DocumentService.code(made.fingerprint()), "https://lianping.example/public/check");
        }
    }

    @Test
    void knowsNothingOfAnUnknownDocument() {
        assertThat(documents.find("nothing")).isEmpty();
        assertThatThrownBy(() -> documents.bytes("nothing")).isInstanceOf(Refusal.class);
    }
}
