package cn.lianping.reminder;

import cn.lianping.calendar.OfficialCalendar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The words of the mails, as plain text and as HTML with the same content. */
@Component
class MailTexts {

    /** Longer digests tell the rest in one line: the bell has them all. */
    static final int LONGEST = 100;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MailSettings settings;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailTexts(MailSettings settings) {
        this.settings = settings;
        templates.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt", 1));
        templates.addTemplateResolver(resolver(TemplateMode.HTML, ".html", 2));
    }

    /** A mail ready to be sent. */
    record Words(String subject, String text, String html) {}

    /** One line of a mail. */
    record Line(String label, String title, String text, String about, String at, String link) {}

    /**
     * @param name the person who gets the mail
     * @param reminders at most {@link #LONGEST} of what the mail tells
     * @param all how many it tells in truth
     */
    Words words(OutgoingMail mail, String name, List<ReminderRow> reminders, int all) {
        List<Line> lines = reminders.stream().map(this::line).toList();
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line ->
                groups.computeIfAbsent(line.label(), label -> new ArrayList<>()).add(line));
        boolean digest = mail.digestOn() != null;
        Context context = new Context(Locale.CHINA);
        context.setVariable("name", name);
        context.setVariable("digest", digest);
        context.setVariable("day", mail.digestOn());
        context.setVariable("groups", groups);
        context.setVariable("all", all);
        context.setVariable("more", all - lines.size());
        context.setVariable("home", settings.baseUrl() + "/camunda/app/tasklist/default/");
        String subject = digest
                ? "联评每日提醒:%d 项(%s)".formatted(all, mail.digestOn())
                : lines.isEmpty()
                        ? "联评提醒"
                        : "【%s】%s%s"
                                .formatted(
                                        lines.get(0).label(),
                                        lines.get(0).title(),
                                        lines.get(0).about().isEmpty()
                                                ? ""
                                                : "(" + lines.get(0).about() + ")");
        return new Words(
                oneLine(subject),
                templates.process("mail/reminder.txt", context),
                templates.process("mail/reminder.html", context));
    }

    private Line line(ReminderRow row) {
        String about = join(row.caseNo(), row.alliance());
        String at = MINUTE.format(Instant.ofEpochMilli(row.sentAt()).atZone(OfficialCalendar.ZONE));
        String link = settings.baseUrl() + "/camunda/app/tasklist/default/#/";
        String task = row.taskId();
        String caseNo = row.caseNo();
        if (task != null) {
            link += "?task=" + URLEncoder.encode(task, StandardCharsets.UTF_8);
        } else if (caseNo != null) {
            link += "?case=" + URLEncoder.encode(caseNo, StandardCharsets.UTF_8);
        }
        return new Line(row.kind().label(), row.title(), row.text(), about, at, link);
    }

    private static String join(@Nullable String caseNo, @Nullable String alliance) {
        return caseNo == null || caseNo.isEmpty() ? "" : alliance == null ? caseNo : caseNo + " " + alliance;
    }

    /** A subject is one line, whatever a title holds. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("mail/*" + ending));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setOrder(order);
        return resolver;
    }
}
