package cn.lianping.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.lianping.Refusal;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class EvidenceControllerTest {

    private static final String LEAD = "91210100MA0000001X";
    private static final String OTHER = "91210100MA0000002X";
    private static final Evidence STORED = new Evidence(
            "e-1",
            "2026-001-03",
            EvidenceKind.ELEMENT,
            4,
            null,
            "mine",
            "合作 协议.pdf",
            "application/pdf",
            Samples.pdf().length,
            "ab".repeat(32),
            "lead-user",
            1772413200000L,
            null);

    private final EvidenceService service = mock(EvidenceService.class);
    private boolean readable = true;
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new EvidenceController(service, new Access()))
            .build();

    /** The task {@code mine} is the actor's; seals only for the lead enterprise. */
    private final class Access implements EvidenceAccess {

        @Override
        public EvidenceSlot slotForTask(String taskId, EvidenceKind kind, @Nullable Integer element) {
            requireMine(taskId);
            return new EvidenceSlot("2026-001-03", kind, element, kind == EvidenceKind.SEAL ? LEAD : null, taskId);
        }

        @Override
        public List<Evidence> visibleForTask(String taskId) {
            requireMine(taskId);
            return List.of(STORED);
        }

        @Override
        public List<Evidence> visibleForCase(String caseNo) {
            return List.of(STORED);
        }

        @Override
        public String uploaderOf(Evidence evidence) {
            return "盟主企业甲";
        }

        @Override
        public void requireReadable(Evidence evidence) {
            if (!readable) {
                throw Refusal.notFound("没有这个文件");
            }
        }

        private void requireMine(String taskId) {
            if (!taskId.equals("mine")) {
                throw Refusal.forbidden("不是您的任务");
            }
        }
    }

    private static MockMultipartFile file() {
        return new MockMultipartFile("file", "合作 协议.pdf", "text/html", Samples.pdf());
    }

    @Test
    void uploadsIntoTheSlotOfTheTask() throws Exception {
        when(service.upload(any(), any(), any())).thenReturn(STORED);
        mvc.perform(multipart("/camunda/api/lianping/tasks/mine/evidence")
                        .file(file())
                        .param("kind", "ELEMENT")
                        .param("element", "4"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value("e-1"))
                .andExpect(jsonPath("$.kind").value("ELEMENT"))
                .andExpect(jsonPath("$.element").value(4))
                .andExpect(jsonPath("$.fileName").value("合作 协议.pdf"))
                .andExpect(jsonPath("$.contentType").value("application/pdf"))
                .andExpect(jsonPath("$.uploadedAt").value("2026-03-02T01:00:00Z"))
                .andExpect(jsonPath("$.scope").doesNotExist());
        verify(service)
                .upload(
                        eq(new EvidenceSlot("2026-001-03", EvidenceKind.ELEMENT, 4, null, "mine")),
                        eq("合作 协议.pdf"),
                        any());
    }

    @Test
    void refusesTheTaskOfSomebodyElseBeforeReadingTheFile() {
        assertThatThrownBy(() -> mvc.perform(multipart("/camunda/api/lianping/tasks/other/evidence")
                        .file(file())
                        .param("kind", "OTHER")))
                .hasCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> mvc.perform(get("/camunda/api/lianping/tasks/other/evidence")))
                .hasCauseInstanceOf(Refusal.class);
        verify(service, never()).upload(any(), any(), any());
    }

    @Test
    void refusesAWrongElementAndTheSealOfAnotherUnit() {
        for (String element : List.of("0", "11")) {
            assertThatThrownBy(() -> mvc.perform(multipart("/camunda/api/lianping/tasks/mine/evidence")
                            .file(file())
                            .param("kind", "ELEMENT")
                            .param("element", element)))
                    .rootCause()
                    .hasMessageContaining("1 至 10");
        }
        assertThatThrownBy(() -> mvc.perform(multipart("/camunda/api/lianping/tasks/mine/evidence")
                        .file(file())
                        .param("kind", "SEAL")
                        .param("member", OTHER)))
                .rootCause()
                .hasMessageContaining("不能为 " + OTHER);
        verify(service, never()).upload(any(), any(), any());
    }

    @Test
    void keepsTheMemberWhereTheSlotLeavesItOpen() throws Exception {
        when(service.upload(any(), any(), any())).thenReturn(STORED);
        mvc.perform(multipart("/camunda/api/lianping/tasks/mine/evidence")
                        .file(file())
                        .param("kind", "OTHER")
                        .param("member", OTHER))
                .andExpect(status().isCreated());
        ArgumentCaptor<EvidenceSlot> slot = ArgumentCaptor.forClass(EvidenceSlot.class);
        verify(service).upload(slot.capture(), any(), any());
        assertThat(slot.getValue().member()).isEqualTo(OTHER);
    }

    @Test
    void listsWhatTheTaskShows() throws Exception {
        mvc.perform(get("/camunda/api/lianping/tasks/mine/evidence"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].sha256").value("ab".repeat(32)));
    }

    @Test
    void servesEveryFileAsAttachment() throws Exception {
        when(service.require("e-1")).thenReturn(STORED);
        when(service.open("e-1")).thenReturn(new ByteArrayInputStream(Samples.pdf()));
        mvc.perform(get("/camunda/api/lianping/evidence/e-1"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(
                                        startsWith("attachment;"),
                                        containsString(
                                                "filename*=UTF-8''%E5%90%88%E4%BD%9C%20%E5%8D%8F%E8%AE%AE.pdf"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().longValue("Content-Length", Samples.pdf().length))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(Samples.pdf()));
    }

    @Test
    void opensNothingForSomebodyWhoMayNotRead() {
        readable = false;
        when(service.require("e-1")).thenReturn(STORED);
        assertThatThrownBy(() -> mvc.perform(get("/camunda/api/lianping/evidence/e-1")))
                .hasCauseInstanceOf(Refusal.class);
        verify(service, never()).open(any());
    }
}
