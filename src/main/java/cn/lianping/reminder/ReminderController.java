package cn.lianping.reminder;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bell: everybody's own reminders and wishes, and nobody else's. */
@RestController
@RequestMapping("/camunda/api/lianping/me")
class ReminderController {

    private static final int PAGE = 20;

    private final ReminderMapper reminders;
    private final MailMapper mails;
    private final MailSettings settings;
    private final CurrentActor actor;
    private final People people;
    private final Clock clock;

    ReminderController(
            ReminderMapper reminders,
            MailMapper mails,
            MailSettings settings,
            CurrentActor actor,
            People people,
            Clock clock) {
        this.reminders = reminders;
        this.mails = mails;
        this.settings = settings;
        this.actor = actor;
        this.people = people;
        this.clock = clock;
    }

    /** How many are unread; small, because every open page asks it each minute. */
    @GetMapping("/reminders/unread")
    Map<String, Integer> unread() {
        return Map.of("unread", reminders.unread(me()));
    }

    /**
     * The newest reminders.
     *
     * @param page from 0
     */
    @GetMapping("/reminders")
    Map<String, Object> list(@RequestParam(defaultValue = "0") int page) {
        String me = me();
        if (page < 0 || page > 100_000) {
            throw Refusal.invalid("页码应从 0 开始");
        }
        return Map.of(
                "unread",
                reminders.unread(me),
                "total",
                reminders.count(me),
                "rows",
                reminders.page(me, page * PAGE, PAGE).stream()
                        .map(ReminderController::shown)
                        .toList());
    }

    @PostMapping("/reminders/{id}/read")
    @Transactional
    public Map<String, Integer> read(@PathVariable String id) {
        String me = me();
        reminders.read(me, id, clock.millis());
        return Map.of("unread", reminders.unread(me));
    }

    /** What came after the page was drawn stays unread. */
    record UpTo(@Nullable String upTo) {}

    @PostMapping("/reminders/read")
    @Transactional
    public Map<String, Integer> readAll(@RequestBody UpTo limit) {
        String me = me();
        reminders.readAll(me, millis(limit.upTo()), clock.millis());
        return Map.of("unread", reminders.unread(me));
    }

    /** Whether and where mail reaches the person. */
    @GetMapping("/mail")
    Map<String, Object> mail() {
        String me = me();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("enabled", settings.enabled());
        answer.put("address", people.contact(me).email());
        answer.put("digest", !Boolean.FALSE.equals(mails.wantsDigest(me)));
        answer.put("digestAt", settings.digestAt().toString());
        return answer;
    }

    /** @param digest whether the person wants the daily digest */
    record Wish(@Nullable Boolean digest) {}

    @PutMapping("/mail")
    @Transactional
    public Map<String, Object> wish(@RequestBody Wish wish) {
        String me = me();
        Boolean digest = wish.digest();
        if (digest == null) {
            throw Refusal.invalid("请说明是否需要每日提醒邮件");
        }
        if (mails.updatePreference(me, digest) == 0 && mails.wantsDigest(me) == null) {
            mails.insertPreference(me, digest);
        }
        return mail();
    }

    private static Map<String, Object> shown(ReminderRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.id());
        shown.put("label", row.kind().label());
        shown.put("urgent", row.urgent());
        shown.put("title", row.title());
        shown.put("text", row.text());
        shown.put("taskId", row.taskId());
        shown.put("caseNo", row.caseNo());
        shown.put("alliance", row.alliance());
        shown.put("at", Instant.ofEpochMilli(row.sentAt()).toString());
        shown.put("read", row.readAt() != null);
        return shown;
    }

    private long millis(@Nullable String iso) {
        if (iso == null) {
            return clock.millis();
        }
        try {
            return Instant.parse(iso).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("时间格式应为 2026-01-05T01:00:00Z");
        }
    }

    private String me() {
        String user = actor.userId();
        if (CurrentActor.SYSTEM.equals(user) || CurrentActor.PUBLIC.equals(user)) {
            throw Refusal.forbidden("请先登录");
        }
        return user;
    }
}
