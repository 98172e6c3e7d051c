package cn.lianping.reminder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes reminders and, for urgent ones, the mail that tells them. */
@Component
class ReminderStore {

    /** Rows of one statement. */
    private static final int CHUNK = 200;

    private final ReminderMapper reminders;
    private final MailMapper mails;
    private final MailSettings settings;

    ReminderStore(ReminderMapper reminders, MailMapper mails, MailSettings settings) {
        this.reminders = reminders;
        this.mails = mails;
        this.settings = settings;
    }

    void add(List<Reminder> told, long at) {
        List<ReminderRow> rows = new ArrayList<>();
        List<OutgoingMail> urgent = new ArrayList<>();
        for (Reminder one : told) {
            String mailId = null;
            if (one.kind().urgent() && settings.enabled()) {
                mailId = UUID.randomUUID().toString();
                urgent.add(OutgoingMail.urgent(mailId, one.recipient(), at));
            }
            rows.add(new ReminderRow(
                    UUID.randomUUID().toString(),
                    one.recipient(),
                    one.kind(),
                    one.kind().urgent(),
                    one.title(),
                    one.text(),
                    one.taskId(),
                    one.caseNo(),
                    at,
                    null,
                    mailId,
                    null));
        }
        chunks(rows).forEach(reminders::insert);
        chunks(urgent).forEach(mails::insert);
    }

    void endWork(Collection<String> taskIds, long at) {
        List<ReminderKind> kinds = List.of(ReminderKind.values()).stream()
                .filter(ReminderKind::endsWithTask)
                .toList();
        chunks(List.copyOf(taskIds)).forEach(some -> reminders.endWork(some, kinds, at));
    }

    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
