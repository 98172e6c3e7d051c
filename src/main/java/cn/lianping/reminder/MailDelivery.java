package cn.lianping.reminder;

import cn.lianping.identity.People;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends what waits in the outbox. Each mail is first claimed in a transaction of its own, sent outside of any, and then
 * settled: of several nodes one sends it, and a server that is slow or down holds nothing up. A node that dies between
 * the server's yes and the note of it lets the mail go out once more, with the same message id.
 */
class MailDelivery {

    /** Longer than the server is ever waited for, see spring.mail.properties. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /** After this long without success the administrator has to look. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int AT_ONCE = 200;
    private static final int LONGEST_ERROR = 1000;

    private final MailMapper mails;
    private final ReminderMapper reminders;
    private final MailTexts texts;
    private final MailSettings settings;
    private final Function<String, People.Contact> contacts;
    private final JavaMailSender sender;
    private final Clock clock;

    MailDelivery(
            MailMapper mails,
            ReminderMapper reminders,
            MailTexts texts,
            MailSettings settings,
            Function<String, People.Contact> contacts,
            JavaMailSender sender,
            Clock clock) {
        this.mails = mails;
        this.reminders = reminders;
        this.texts = texts;
        this.settings = settings;
        this.contacts = contacts;
        this.sender = sender;
        this.clock = clock;
    }

    /** Tries whatever is due; stops at the first sign that the server cannot be reached. The answer is how many went out. */
    int deliverDue() {
        int sent = 0;
        for (String id : mails.due(clock.millis(), AT_ONCE)) {
            String claim = UUID.randomUUID().toString();
            long now = clock.millis();
            if (mails.claim(id, claim, now, now + CLAIM.toMillis()) == 0) {
                continue;
            }
            Optional<OutgoingMail> mail = mails.find(id);
            if (mail.isEmpty()) {
                continue;
            }
            Outcome outcome = deliver(mail.get());
            settle(mail.get(), claim, outcome);
            if (outcome.sent()) {
                sent++;
            }
            if (outcome.serverDown()) {
                break;
            }
        }
        return sent;
    }

    private record Outcome(
            OutgoingMail.State state,
            @Nullable String address,
            @Nullable String problem,
            boolean serverDown) {

        boolean sent() {
            return state == OutgoingMail.State.SENT;
        }
    }

    private Outcome deliver(OutgoingMail mail) {
        String address = null;
        try {
            People.Contact contact = contacts.apply(mail.recipient());
            address = contact.email();
            if (address == null) {
                return new Outcome(OutgoingMail.State.NO_ADDRESS, null, null, false);
            }
            sender.send(message(mail, contact.name(), address));
            return new Outcome(OutgoingMail.State.SENT, address, null, false);
        } catch (RuntimeException | MessagingException problem) {
            log.warn("mail {} to {} was not sent: {}", mail.id(), mail.recipient(), problem.toString());
            // a refused address concerns one mail, a refused connection or login concerns all
            boolean one = problem instanceof MailSendException send
                    && !send.getFailedMessages().isEmpty()
                    && !(send.getCause() instanceof MessagingException);
            boolean own = problem instanceof MessagingException;
            return new Outcome(OutgoingMail.State.WAITING, address, reason(problem), !one && !own);
        }
    }

    private MimeMessage message(OutgoingMail mail, String name, String address) throws MessagingException {
        List<ReminderRow> told = reminders.ofMail(mail.id(), MailTexts.LONGEST);
        MailTexts.Words words = texts.words(mail, name, told, reminders.countOfMail(mail.id()));
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(words.subject());
        helper.setText(words.text(), words.html());
        message.setHeader("Message-ID", "<" + mail.id() + "@lianping>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private void settle(OutgoingMail mail, String claim, Outcome outcome) {
        long now = clock.millis();
        int attempts = mail.attempts() + 1;
        OutgoingMail.State state = outcome.state();
        if (state == OutgoingMail.State.WAITING && now - mail.createdAt() > PATIENCE.toMillis()) {
            state = OutgoingMail.State.FAILED;
        }
        long next = state == OutgoingMail.State.WAITING ? now + wait(attempts).toMillis() : now;
        int settled = mails.settle(
                mail.id(),
                claim,
                state,
                attempts,
                next,
                outcome.problem(),
                outcome.sent() ? Long.valueOf(now) : null,
                outcome.address());
        if (settled == 0) {
            log.warn("mail {} was claimed by another node meanwhile", mail.id());
        }
    }

    /** One minute, two, four … up to an hour. */
    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String reason(Exception problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage() == null ? root : root.getMessage());
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
