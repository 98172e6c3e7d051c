package cn.lianping.evidence;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP. They lie under the web application's own API, so its login and its CSRF check cover them. */
@RestController
@RequestMapping("/camunda/api/lianping")
class EvidenceController {

    private final EvidenceService evidence;
    private final EvidenceAccess access;

    EvidenceController(EvidenceService evidence, EvidenceAccess access) {
        this.evidence = evidence;
        this.access = access;
    }

    @PostMapping("/tasks/{taskId}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceView upload(
            @PathVariable String taskId,
            @RequestParam MultipartFile file,
            @RequestParam EvidenceKind kind,
            @RequestParam(required = false) @Nullable Integer element,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String replaces)
            throws IOException {
        if (element != null && (element < 1 || element > 10)) {
            throw Refusal.invalid("要素序号应为 1 至 10,现为 %d".formatted(element));
        }
        if (kind == EvidenceKind.ELEMENT && element == null) {
            throw Refusal.invalid("证明材料须注明属于哪一要素(1 至 10)");
        }
        EvidenceSlot slot = withMember(access.slotForTask(taskId, kind, element), member);
        String name = file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            Evidence stored = replaces == null || replaces.isBlank()
                    ? evidence.upload(slot, name == null ? "" : name, bytes)
                    : evidence.uploadInPlaceOf(replaces, slot, name == null ? "" : name, bytes);
            return view(stored);
        }
    }

    /** The slot decides; the request fills in a member unit only where the slot leaves it open. */
    private static EvidenceSlot withMember(EvidenceSlot slot, @Nullable String member) {
        if (member == null || member.isBlank() || member.equals(slot.member())) {
            return slot;
        }
        if (slot.member() != null) {
            throw Refusal.forbidden("只能为 %s 上传,不能为 %s 上传".formatted(slot.member(), member));
        }
        if (!member.matches("[0-9A-Z]{18}")) {
            throw Refusal.invalid("统一社会信用代码应为 18 位数字或大写字母");
        }
        return new EvidenceSlot(slot.scope(), slot.kind(), slot.element(), member, slot.taskId());
    }

    @GetMapping("/tasks/{taskId}/evidence")
    List<EvidenceView> list(@PathVariable String taskId) {
        return access.visibleForTask(taskId).stream().map(this::view).toList();
    }

    @GetMapping("/cases/{caseNo}/evidence")
    List<EvidenceView> listOfCase(@PathVariable String caseNo) {
        return access.visibleForCase(caseNo).stream().map(this::view).toList();
    }

    private EvidenceView view(Evidence file) {
        return EvidenceView.of(file, access.uploaderOf(file));
    }

    /** Always an attachment: a file somebody uploaded never opens inside the platform's pages. */
    @GetMapping("/evidence/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable String id) {
        Evidence found = evidence.require(id);
        access.requireReadable(found);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(found.contentType()))
                .contentLength(found.size())
                .body(new InputStreamResource(evidence.open(id)));
    }
}
