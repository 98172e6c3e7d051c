package cn.lianping.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.lianping.Refusal;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class PublicPageControllerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final Notice NOTICE = new Notice(
            "n-1",
            "2026-01",
            1,
            "关于<第一批>的公示",
            LocalDate.of(2026, 2, 11),
            LocalDate.of(2026, 2, 24),
            Instant.parse("2026-02-24T16:00:00Z").toEpochMilli(),
            Notice.PUBLISHED);

    private final Notices notices = mock(Notices.class);
    private final Objections objections = mock(Objections.class);
    private final DocumentService documents = mock(DocumentService.class);
    private MockMvc web;

    @BeforeEach
    void setUp() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        ReleasedDocuments released = () -> List.of(new ReleasedDocuments.ReleasedDocument(
                "辽科发〔2026〕20号",
                "发布通知",
                LocalDate.of(2026, 3, 6),
                "release-pdf",
                List.of(new ReleasedDocuments.Item(1, new BigDecimal("9.10"), "联盟甲", "盟主甲", "沈阳市"))));
        when(notices.all()).thenReturn(List.of(NOTICE));
        when(notices.require("n-1")).thenReturn(NOTICE);
        when(notices.require("n-2")).thenThrow(Refusal.notFound("没有这份公示"));
        when(notices.documentId("n-1")).thenReturn("notice-pdf");
        when(notices.publishes("notice-pdf")).thenReturn(true);
        when(notices.items("n-1"))
                .thenReturn(
                        List.of(new NoticeItem("n-1", "2026-01-0001", 1, new BigDecimal("9.10"), "联盟甲", "盟主甲", "沈阳市")));
        for (String id : List.of("notice-pdf", "release-pdf", "score-table")) {
            when(documents.find(id))
                    .thenReturn(Optional.of(
                            new Document(id, "2026-01", DocumentKind.NOTICE, "", 1, "公示", "f", "s", 0, "office", 3)));
            when(documents.bytes(id)).thenReturn(new byte[] {1, 2, 3});
        }
        web = MockMvcBuilders.standaloneSetup(new PublicPageController(notices, objections, released, documents, CLOCK))
                .setViewResolvers(views)
                .addFilters(new PublicRateLimit())
                .build();
    }

    @Test
    void showsNoticesAndReleasesToEverybody() throws Exception {
        web.perform(get("/public"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("关于&lt;第一批&gt;的公示"),
                                containsString("2026-02-11 至 2026-02-24 24 时"),
                                containsString("9.10"),
                                containsString("提出异议"),
                                containsString("辽科发〔2026〕20号"),
                                not(containsString("2026-01-0001")))));
    }

    @Test
    void givesOutPublishedDocumentsOnly() throws Exception {
        web.perform(get("/public/documents/notice-pdf"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(new byte[] {1, 2, 3}));
        web.perform(get("/public/documents/release-pdf")).andExpect(status().isOk());
        web.perform(get("/public/documents/score-table"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这个公开文件")));
        verify(documents, never()).bytes("score-table");
    }

    @Test
    void answersProgramsWithTheReceiptNumber() throws Exception {
        when(objections.receive(eq("n-1"), any(), any())).thenReturn("YY-ABCDEFGHJK");
        web.perform(multipart("/public/notices/n-1/objections")
                        .file(new MockMultipartFile("file", "证明.pdf", "application/pdf", new byte[] {1}))
                        .param("caseNo", "2026-01-0001")
                        .param("realName", "王建国")
                        .param("contact", "13800000000")
                        .param("statement", "对要素7有异议")
                        .accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.receiptNo").value("YY-ABCDEFGHJK"));
        ArgumentCaptor<Objections.Attachment> file = ArgumentCaptor.captor();
        verify(objections)
                .receive(
                        eq("n-1"),
                        eq(new Objections.Submission("2026-01-0001", "王建国", "13800000000", "对要素7有异议")),
                        file.capture());
        assertThat(file.getValue().name()).isEqualTo("证明.pdf");
    }

    @Test
    void saysWhyItRefusesAndKeepsWhatWasWritten() throws Exception {
        when(objections.receive(any(), any(), any())).thenThrow(Refusal.invalid("异议应当实名:请填写真实姓名"));
        web.perform(multipart("/public/notices/n-1/objections")
                        .param("statement", "对要素7有异议")
                        .accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("异议应当实名")));
        web.perform(multipart("/public/notices/n-1/objections")
                        .param("statement", "对要素7有异议")
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(allOf(containsString("异议应当实名"), containsString("对要素7有异议"))));
        web.perform(get("/public/notices/n-2/objections")).andExpect(status().isNotFound());
    }

    @Test
    void leadsPeopleToTheirReceipt() throws Exception {
        when(objections.receive(any(), any(), any())).thenReturn("YY-ABCDEFGHJK");
        web.perform(multipart("/public/notices/n-1/objections").accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/public/receipts/YY-ABCDEFGHJK"));
        when(objections.receipt("YY-ABCDEFGHJK"))
                .thenReturn(new Objections.Receipt("YY-ABCDEFGHJK", "n-1", "2026-01-0001", CLOCK.millis(), null));
        web.perform(get("/public/receipts/YY-ABCDEFGHJK"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("YY-ABCDEFGHJK"), containsString("办理中"))));
        web.perform(get("/public/notices/n-1/objections"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("联盟甲")));
    }

    @Test
    void holdsBackTooManyObjectionsOfOneAddress() throws Exception {
        when(objections.receive(any(), any(), any())).thenReturn("YY-ABCDEFGHJK");
        for (int i = 0; i < PublicRateLimit.OBJECTIONS_IN_TEN_MINUTES; i++) {
            web.perform(multipart("/public/notices/n-1/objections").accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isCreated());
        }
        web.perform(multipart("/public/notices/n-1/objections").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.message").value(containsString("访问过于频繁")));
        web.perform(get("/public")).andExpect(status().isOk());
        web.perform(multipart("/public/notices/n-1/objections")
                        .with(request -> {
                            request.setRemoteAddr("10.1.2.3");
                            return request;
                        })
                        .accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isCreated());
    }
}
