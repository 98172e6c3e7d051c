package cn.lianping.reminder;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.calendar.OfficialCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's page of mail that did not go out. It shows to whom and why, never what it says. */
@Controller
class MailPage {

    private static final String ADMINISTRATOR = "ROLE_camunda-admin";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int SHOWN = 200;

    private final MailMapper mails;
    private final MailSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    MailPage(MailMapper mails, MailSettings settings, AuditLog audit, Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** One line of the table. */
    record Row(
            String id,
            String recipient,
            String kind,
            String state,
            int attempts,
            String createdAt,
            String nextTryAt,
            String problem) {}

    @GetMapping("/admin/mail")
    ModelAndView page(@Nullable Authentication authentication) {
        requireAdministrator(authentication);
        return show(null);
    }

    @PostMapping("/admin/mail/{id}/resend")
    @Transactional
    public ModelAndView resend(@PathVariable String id, @Nullable Authentication authentication) {
        requireAdministrator(authentication);
        if (mails.retry(id, clock.millis()) == 0) {
            throw Refusal.notFound("没有这封邮件,或已经发出");
        }
        audit.record(AuditChain.PLATFORM, "重新发送邮件", id, Map.of());
        return show("已列入发送,请稍后刷新查看");
    }

    @PostMapping("/admin/mail/resend")
    @Transactional
    public ModelAndView resendAll(@Nullable Authentication authentication) {
        requireAdministrator(authentication);
        int count = mails.retryAll(clock.millis());
        audit.record(AuditChain.PLATFORM, "重新发送全部邮件", "mail", Map.of("count", count));
        return show("已将 " + count + " 封邮件列入发送,请稍后刷新查看");
    }

    private ModelAndView show(@Nullable String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("enabled", settings.enabled());
        model.put("host", settings.host());
        model.put("done", done);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (OutgoingMail.State state : OutgoingMail.State.values()) {
            counts.put(state.label(), mails.count(state));
        }
        model.put("counts", counts);
        model.put("shown", SHOWN);
        model.put("failed", rows(OutgoingMail.State.FAILED));
        model.put("waiting", rows(OutgoingMail.State.WAITING));
        model.put("unreachable", rows(OutgoingMail.State.NO_ADDRESS));
        return new ModelAndView("mail", model);
    }

    private List<Row> rows(OutgoingMail.State state) {
        return mails.inState(state, SHOWN).stream()
                .map(mail -> new Row(
                        mail.id(),
                        mail.recipient(),
                        mail.digestOn() == null ? "即时提醒" : "每日提醒 " + mail.digestOn(),
                        mail.state().label(),
                        mail.attempts(),
                        minute(mail.createdAt()),
                        minute(mail.nextTryAt()),
                        mail.lastError() == null ? "" : mail.lastError()))
                .toList();
    }

    private static String minute(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis).atZone(OfficialCalendar.ZONE));
    }

    private static void requireAdministrator(@Nullable Authentication authentication) {
        if (authentication == null
                || authentication.getAuthorities().stream()
                        .noneMatch(authority -> ADMINISTRATOR.equals(authority.getAuthority()))) {
            throw Refusal.forbidden("只有系统管理员可以查看邮件发送情况");
        }
    }
}
