package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.document.DocumentService;
import cn.lianping.engine.PlatformClock;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page that everybody can read without login: notices, release documents, and the way to object. */
@Controller
@RequestMapping("/public")
class PublicPageController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final Notices notices;
    private final Objections objections;
    private final ReleasedDocuments released;
    private final DocumentService documents;
    private final Clock clock;

    PublicPageController(
            Notices notices,
            Objections objections,
            ReleasedDocuments released,
            DocumentService documents,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.released = released;
        this.documents = documents;
        this.clock = clock;
    }

    /** A notice as the page shows it. */
    record Shown(Notice notice, String state, boolean open, String documentId, List<NoticeItem> items) {}

    @GetMapping({"", "/"})
    ModelAndView overview() {
        List<Shown> shown = notices.all().stream().map(this::shown).toList();
        return new ModelAndView("public/overview", Map.of("notices", shown, "releases", released.all()));
    }

    @GetMapping("/notices/{noticeId}/objections")
    ModelAndView objectionForm(@PathVariable String noticeId) {
        return form(notices.require(noticeId), null, null, HttpStatus.OK);
    }

    @PostMapping(path = "/notices/{noticeId}/objections", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView objectForPeople(
            @PathVariable String noticeId,
            @RequestParam(defaultValue = "") String caseNo,
            @RequestParam(defaultValue = "") String realName,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Notice notice = notices.require(noticeId);
        var submitted = new Objections.Submission(caseNo, realName, contact, statement);
        try {
            return new ModelAndView("redirect:/public/receipts/" + receive(noticeId, submitted, file));
        } catch (Refusal refusal) {
            // what was written is not lost
            return form(
                    notice,
                    submitted,
                    refusal.getMessage(),
                    HttpStatus.valueOf(refusal.kind().status()));
        }
    }

    @PostMapping(path = "/notices/{noticeId}/objections", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> objectForPrograms(
            @PathVariable String noticeId,
            @RequestParam(defaultValue = "") String caseNo,
            @RequestParam(defaultValue = "") String realName,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var submitted = new Objections.Submission(caseNo, realName, contact, statement);
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("receiptNo", receive(noticeId, submitted, file)));
    }

    private String receive(String noticeId, Objections.Submission submitted, @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return objections.receive(noticeId, submitted, null);
        }
        String name = file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            return objections.receive(noticeId, submitted, new Objections.Attachment(name == null ? "" : name, bytes));
        }
    }

    @GetMapping("/receipts/{receiptNo}")
    ModelAndView receipt(@PathVariable String receiptNo) {
        Objections.Receipt receipt = objections.receipt(receiptNo);
        ObjectionOutcome outcome = receipt.outcome();
        return new ModelAndView(
                "public/receipt",
                Map.of(
                        "receiptNo",
                        receipt.receiptNo(),
                        "notice",
                        notices.require(receipt.noticeId()),
                        "allianceName",
                        notices.items(receipt.noticeId()).stream()
                                .filter(i -> i.caseNo().equals(receipt.caseNo()))
                                .map(NoticeItem::allianceName)
                                .findFirst()
                                .orElse(""),
                        "receivedAt",
                        MOMENT.format(Instant.ofEpochMilli(receipt.receivedAt()).atZone(PlatformClock.ZONE)),
                        "state",
                        outcome == null ? "办理中" : "已办结:" + outcome.chinese()));
    }

    /** PDFs of published notices and releases; every other document is unknown here. */
    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String id) {
        boolean published = notices.publishes(id)
                || released.all().stream().anyMatch(r -> r.documentId().equals(id));
        String title =
                published ? documents.find(id).map(document -> document.title()).orElse(null) : null;
        if (title == null) {
            throw Refusal.notFound("没有这个公开文件,请返回公示页面重新选择");
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(title + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_PDF)
                .body(documents.bytes(id));
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        int status = refusal.kind().status();
        String message = String.valueOf(refusal.getMessage());
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        if (accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("message", message));
        }
        return new ModelAndView("public/refusal", Map.of("message", message), HttpStatus.valueOf(status));
    }

    private ModelAndView form(
            Notice notice, Objections.@Nullable Submission entered, @Nullable String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("public/objection");
        page.addObject("shown", shown(notice));
        page.addObject("entered", entered == null ? new Objections.Submission("", "", "", "") : entered);
        page.addObject("problem", problem);
        page.setStatus(status);
        return page;
    }

    private Shown shown(Notice notice) {
        Instant now = clock.instant();
        boolean begun = !LocalDate.now(clock).isBefore(notice.startsOn());
        boolean over = notice.overAt(now);
        return new Shown(
                notice,
                over ? "公示期满" : begun ? "公示中" : "尚未开始",
                begun && !over,
                notices.documentId(notice.noticeId()),
                notices.items(notice.noticeId()));
    }
}
