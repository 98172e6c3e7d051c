package cn.lianping.reminder;

import cn.lianping.calendar.CalendarRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what waits and is not urgent into one mail a person, once a working day. */
@Component
class Digests {

    /** What is older was there for the reading in the bell all week. */
    private static final Duration OLDEST = Duration.ofDays(14);

    private final MailMapper mails;
    private final ReminderMapper reminders;
    private final MailSettings settings;
    private final CalendarRepository calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Digests(
            MailMapper mails,
            ReminderMapper reminders,
            MailSettings settings,
            CalendarRepository calendars,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.reminders = reminders;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Puts the day's digests into the outbox if it is time and nobody did; the answer is how many. The row of the day
     * decides between nodes that come at once: the one whose insert fails leaves it to the other.
     */
    int prepareIfDue() {
        LocalDate day = LocalDate.now(clock);
        if (LocalTime.now(clock).isBefore(settings.digestAt())
                || !calendars.calendar().isWorkingDayAsFarAsKnown(day)
                || mails.countDigestRuns(day) > 0) {
            return 0;
        }
        try {
            Integer made = transaction.execute(status -> prepare(day));
            return made == null ? 0 : made;
        } catch (DuplicateKeyException another) {
            return 0;
        }
    }

    private int prepare(LocalDate day) {
        long now = clock.millis();
        mails.insertDigestRun(day, now);
        long since = now - OLDEST.toMillis();
        List<OutgoingMail> digests = reminders.waitingForDigest(since).stream()
                .map(person -> OutgoingMail.digest(UUID.randomUUID().toString(), person, day, now))
                .toList();
        ReminderStore.chunks(digests).forEach(mails::insert);
        reminders.putIntoDigests(day, since);
        return digests.size();
    }
}
