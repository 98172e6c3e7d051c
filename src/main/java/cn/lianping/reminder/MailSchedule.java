package cn.lianping.reminder;

import cn.lianping.identity.People;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Where a mail server is named: looks every few seconds whether something has to go out. */
@Configuration
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class MailSchedule {

    @Bean
    MailDelivery mailDelivery(
            MailMapper mails,
            ReminderMapper reminders,
            MailTexts texts,
            MailSettings settings,
            People people,
            JavaMailSender sender,
            Clock clock) {
        return new MailDelivery(mails, reminders, texts, settings, people::contact, sender, clock);
    }

    @Bean
    Rounds mailRounds(Digests digests, MailDelivery delivery) {
        return new Rounds(digests, delivery);
    }

    /** One look; kept apart so that nothing but this class knows of schedules. */
    static class Rounds {

        private final Digests digests;
        private final MailDelivery delivery;

        Rounds(Digests digests, MailDelivery delivery) {
            this.digests = digests;
            this.delivery = delivery;
        }

        @Scheduled(fixedDelayString = "${lianping.mail.every:PT15S}", initialDelayString = "PT15S")
        void look() {
            digests.prepareIfDue();
            delivery.deliverDue();
        }
    }
}
