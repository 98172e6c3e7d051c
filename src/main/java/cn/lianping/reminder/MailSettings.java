package cn.lianping.reminder;

import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How mail goes out: {@code spring.mail.*} for the server, {@code lianping.mail.*} for the rest.
 *
 * @param host the mail server; empty: no mail at all, the bell alone
 * @param from the sender's address
 * @param baseUrl where people reach the platform, without a slash at the end
 * @param digestAt from which time of a working day the digest goes out (Asia/Shanghai)
 */
@Component
record MailSettings(
        @Value("${spring.mail.host:}") String host,
        @Value("${lianping.mail.from:lianping@localhost}") String from,
        @Value("${lianping.base-url:http://localhost:8080}") String baseUrl,
        @Value("${lianping.mail.digest-at:08:30}") LocalTime digestAt) {

    /** Whether mail is sent. */
    boolean enabled() {
        return !host.isBlank();
    }
}
