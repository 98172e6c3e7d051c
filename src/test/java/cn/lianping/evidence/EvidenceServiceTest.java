package cn.lianping.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.lianping.MigratedDatabase;
import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@Tag("database")
class EvidenceServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final EvidenceSlot SLOT = new EvidenceSlot("2026-001-03", EvidenceKind.ELEMENT, 4, null, "task-1");

    private final AuditLog audit = mock(AuditLog.class);
    private final CurrentActor actor = mock(CurrentActor.class);
    private DataSource database;
    private JdbcTemplate jdbc;
    private SqlSessionTemplate session;
    private EvidenceService evidence;

    @BeforeEach
    void createDatabase() throws Exception {
        database = MigratedDatabase.fresh();
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        SqlSessionFactory sessions = factory.getObject();
        // the XML beside each interface is found by its path
        sessions.getConfiguration().addMapper(EvidenceMapper.class);
        sessions.getConfiguration().addMapper(EvidenceChunkMapper.class);
        session = new SqlSessionTemplate(sessions);
        jdbc = new JdbcTemplate(database);
        when(actor.userId()).thenReturn("lead-user");
        evidence = service(null);
    }

    private EvidenceService service(@Nullable VirusScanner scanner) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (scanner != null) {
            beans.addBean("scanner", scanner);
        }
        return new EvidenceService(
                session.getMapper(EvidenceMapper.class),
                new DatabaseEvidenceStore(session.getMapper(EvidenceChunkMapper.class)),
                beans.getBeanProvider(VirusScanner.class),
                actor,
                audit,
                CLOCK,
                new DataSourceTransactionManager(database));
    }

    private Evidence upload(String name, byte[] bytes) {
        return evidence.upload(SLOT, name, new ByteArrayInputStream(bytes));
    }

    private void assertNothingKept() {
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM evidence", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM evidence_chunk", Integer.class))
                .isZero();
    }

    @Test
    void givesBackTheSameBytesOfAFileInSeveralPieces() throws Exception {
        byte[] bytes = new byte[2 * DatabaseEvidenceStore.CHUNK];
        new Random(7).nextBytes(bytes);
        System.arraycopy(Samples.pdf(), 0, bytes, 0, Samples.pdf().length);
        Evidence kept = upload("合作协议.pdf", bytes);
        assertThat(kept.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(kept.size()).isEqualTo(bytes.length);
        assertThat(kept.uploadedBy()).isEqualTo("lead-user");
        assertThat(kept.uploadedAt()).isEqualTo(CLOCK.millis());
        assertThat(evidence.require(kept.id())).isEqualTo(kept);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM evidence_chunk", Integer.class))
                .isEqualTo(2);
        try (InputStream in = evidence.open(kept.id())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        verify(audit).record(eq("2026-001-03"), eq("上传文件"), eq(kept.id()), any());
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, application/pdf",
        "a.PNG, image/png",
        "a.jpg, image/jpeg",
        "a.jpeg, image/jpeg",
        "a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    void takesTheAllowedTypes(String name, String contentType) {
        byte[] bytes = switch (name) {
            case "a.pdf" -> Samples.pdf();
            case "a.PNG" -> Samples.png();
            case "a.docx" -> Samples.docx();
            case "a.xlsx" -> Samples.xlsx();
            default -> Samples.jpeg();
        };
        assertThat(upload(name, bytes).contentType()).isEqualTo(contentType);
    }

    @Test
    void refusesAnExecutableRenamedToPdfAndSaysWhatItIs() {
        assertThatThrownBy(() -> upload("合同.pdf", Samples.executable()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessageContainingAll("合同.pdf", "可执行程序", "只接受 PDF、PNG、JPEG、Word(.docx)、Excel(.xlsx)");
        assertNothingKept();
        verifyNoInteractions(audit);
    }

    @Test
    void refusesOtherContentWhateverItIsCalled() {
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> upload("a.pdf", page)).hasMessageContaining("网页");
        assertThatThrownBy(() -> upload("a.docx", Samples.zip("readme.txt"))).hasMessageContaining("ZIP 压缩包");
        assertThatThrownBy(() -> upload("a.docx", Samples.zip("word/document.xml")))
                .hasMessageContaining("ZIP 压缩包");
        assertThatThrownBy(() -> upload(
                        "a.docx", Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .hasMessageContaining("带宏");
        assertThatThrownBy(() -> upload("a.docx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}))
                .isInstanceOf(Refusal.class);
        assertNothingKept();
    }

    @Test
    void refusesAnExtensionThatDisagreesWithTheContent() {
        assertThatThrownBy(() -> upload("a.docx", Samples.xlsx())).hasMessageContainingAll("XLSX", ".xlsx");
        assertThatThrownBy(() -> upload("a.pdf", Samples.png())).hasMessageContaining("PNG");
        assertThatThrownBy(() -> upload("pdf", Samples.pdf())).hasMessageContaining(".pdf");
        assertThatThrownBy(() -> upload("a.pdf.exe", Samples.pdf())).hasMessageContaining(".pdf");
        assertNothingKept();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> upload("a.pdf", new byte[0])).hasMessageContaining("空文件");
        assertNothingKept();
    }

    @Test
    void takesFiftyMegabytesAndNotOneByteMore() throws IOException {
        byte[] head = Samples.pdf();
        assertThat(evidence.upload(SLOT, "a.pdf", stream(head, EvidenceService.LIMIT))
                        .size())
                .isEqualTo(50L << 20);
        assertThatThrownBy(() -> evidence.upload(SLOT, "b.pdf", stream(head, EvidenceService.LIMIT + 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("超过 50 MB");
        assertThat(evidence.list(SLOT.scope())).extracting(Evidence::fileName).containsExactly("a.pdf");
    }

    private static InputStream stream(byte[] head, long size) {
        InputStream rest = new InputStream() {
            private long left = size - head.length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int count) {
                if (left <= 0) {
                    return -1;
                }
                int given = (int) Math.min(left, count);
                left -= given;
                return given;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    @Test
    void asksTheScannerAndKeepsNothingInfected() {
        assertThat(evidence.virusScan()).isEqualTo("未配置病毒扫描");
        EvidenceService scanned = service(new VirusScanner() {
            @Override
            public String name() {
                return "测试扫描器 1";
            }

            @Override
            public Optional<String> scan(Path file) {
                return Optional.of("Eicar");
            }
        });
        assertThat(scanned.virusScan()).isEqualTo("测试扫描器 1");
        assertThatThrownBy(() -> scanned.upload(SLOT, "a.pdf", new ByteArrayInputStream(Samples.pdf())))
                .hasMessageContainingAll("病毒", "Eicar");
        assertNothingKept();
    }

    @Test
    void keepsNothingWhenTheAuditRecordFails() {
        doThrow(new IllegalStateException("down")).when(audit).record(any(), any(), any(), any());
        assertThatThrownBy(() -> upload("a.pdf", Samples.pdf())).hasMessage("down");
        assertNothingKept();
    }

    @Test
    void listsByScopeAndKindWithoutTheReplaced() {
        Evidence first = upload("a.pdf", Samples.pdf());
        Evidence second = upload("b.pdf", Samples.pdf());
        Evidence seal = evidence.upload(
                new EvidenceSlot("2026-001-03", EvidenceKind.SEAL, null, "91210100MA0000001X", null),
                "s.pdf",
                new ByteArrayInputStream(Samples.pdf()));
        assertThat(evidence.list("2026-001-03")).containsExactlyInAnyOrder(first, second, seal);
        assertThat(evidence.list("2026-001-03", EvidenceKind.SEAL)).containsExactly(seal);
        assertThat(evidence.list("2026-001-04")).isEmpty();

        evidence.replace(first.id(), second.id());
        assertThat(evidence.list("2026-001-03", EvidenceKind.ELEMENT)).containsExactly(second);
        assertThat(evidence.require(first.id()).replacedBy()).isEqualTo(second.id());
        assertThatThrownBy(() -> evidence.replace(first.id(), second.id())).hasMessageContaining("已被替换");
        assertThatThrownBy(() -> evidence.replace(second.id(), seal.id())).hasMessageContaining("不属于同一事项");
        assertThatThrownBy(() -> evidence.require("nothing")).isInstanceOf(Refusal.class);
    }

    @Test
    void sanitisesTheName() {
        assertThat(FileName.sanitised("C:\\temp\\..\\协议 1.pdf")).isEqualTo("协议 1.pdf");
        assertThat(FileName.sanitised("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.sanitised("a\r\nb\u202Efdp.\u0000pdf")).isEqualTo("abfdp.pdf");
        assertThat(FileName.sanitised("a\"b<c>.pdf")).isEqualTo("a_b_c_.pdf");
        assertThat(FileName.sanitised("..")).isEqualTo("未命名");
        assertThat(FileName.sanitised("字".repeat(300) + ".pdf")).hasSize(200).endsWith("字.pdf");
    }
}
