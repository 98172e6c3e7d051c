package cn.lianping.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.MigratedDatabase;
import cn.lianping.calendar.CalendarRepository;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
@DisplayName("提醒邮件")
class MailTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A Tuesday, a working day. */
    private static final Instant MORNING = Instant.parse("2026-03-03T01:00:00Z");

    private static final Map<String, People.Contact> CONTACTS = Map.of(
            "zhang", new People.Contact("张三", "zhang@example.com"),
            "li", new People.Contact("李四", "li@example.com"),
            "wang", new People.Contact("王五", null));

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
                    .setVerbose(false)
                    .dynamicPort());

    private final CurrentActor actor =
            new CurrentActor(new StaticListableBeanFactory().getBeanProvider(ProcessEngine.class));
    private int port;
    private MovableClock clock;
    private MailMapper mails;
    private ReminderMapper reminders;
    private Reminders sender;
    private Digests digests;
    private JdbcTemplate sql;
    private TransactionTemplate transaction;
    private MailSettings settings;

    /** The platform's clock as far as these tests need it. */
    private static final class MovableClock extends Clock {
        private Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @BeforeEach
    void wire() throws Exception {
        port = SERVER.getSmtp().getPort();
        clock = new MovableClock();
        DataSource database = MigratedDatabase.fresh();
        Configuration configuration = new Configuration();
        configuration.setMapUnderscoreToCamelCase(true);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        factory.setConfiguration(configuration);
        SqlSessionTemplate session = new SqlSessionTemplate(java.util.Objects.requireNonNull(factory.getObject()));
        configuration.addMapper(MailMapper.class);
        configuration.addMapper(ReminderMapper.class);
        mails = session.getMapper(MailMapper.class);
        reminders = session.getMapper(ReminderMapper.class);
        sql = new JdbcTemplate(database);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        settings =
                new MailSettings("mail", "lianping@example.com", "https://lianping.example.com", LocalTime.of(8, 30));
        sender = new Reminders(
                new ReminderStore(reminders, mails, settings),
                groups -> Map.of("office", List.of("zhang", "li")),
                actor,
                clock,
                transactions);
        digests = new Digests(mails, reminders, settings, new CalendarRepository(Path.of("none")), clock, transactions);
    }

    private MailDelivery delivery() {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        if (SERVER.getSmtp() != null) {
            port = SERVER.getSmtp().getPort();
        }
        smtp.setPort(port);
        smtp.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        smtp.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new MailDelivery(
                mails,
                reminders,
                new MailTexts(settings),
                settings,
                id -> CONTACTS.getOrDefault(id, new People.Contact(id, null)),
                smtp,
                clock);
    }

    private static Reminder to(String person, ReminderKind kind, String title) {
        return new Reminder(person, kind, title, "办理期限:3月5日(周四)", "task-1", "2026-01-0007");
    }

    private static List<String> parts(MimeMessage message) throws Exception {
        List<String> texts = new ArrayList<>();
        collect(message.getContent(), texts);
        return texts;
    }

    private static void collect(Object content, List<String> into) throws Exception {
        if (content instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart part = many.getBodyPart(i);
                collect(part.getContent(), into);
            }
        } else {
            into.add(String.valueOf(content));
        }
    }

    @Test
    @DisplayName("紧急提醒即时发出:中文主题和正文、文本与网页两种、链接、发件人")
    void urgentGoesOutAtOnce() throws Exception {
        sender.send(to("zhang", ReminderKind.URGED, "推荐报送<沈阳>"));
        assertThat(delivery().deliverDue()).isEqualTo(1);

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("【催办】推荐报送<沈阳>(2026-01-0007)");
        assertThat(mail.getAllRecipients()[0]).hasToString("zhang@example.com");
        assertThat(mail.getFrom()[0]).hasToString("lianping@example.com");
        List<String> parts = parts(mail);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0))
                .contains("张三,您好")
                .contains("推荐报送<沈阳>")
                .contains("https://lianping.example.com/camunda/app/tasklist/default/#/?task=task-1")
                .doesNotContain("[#", "th:");
        assertThat(parts.get(1)).contains("推荐报送&lt;沈阳&gt;").contains("办理期限:3月5日(周四)");
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("charset=UTF-8");
        assertThat(delivery().deliverDue()).as("nothing is left").isZero();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("其余提醒每人每个工作日一封,已读的和不要的人不发")
    void othersWaitForTheDigest() throws Exception {
        sender.send(to("zhang", ReminderKind.NEW_TASK, "确认专家组"));
        sender.send(to("zhang", ReminderKind.COPIED, "初审意见"));
        sender.send(to("zhang", ReminderKind.RESULT, "已发布"));
        sender.send(to("li", ReminderKind.COPIED, "不要每日提醒"));
        sender.send(to("wang", ReminderKind.COPIED, "没有邮箱"));
        mails.insertPreference("li", false);
        sql.update("UPDATE reminder SET read_at = 1 WHERE title = '已发布'");
        assertThat(delivery().deliverDue()).isZero();

        clock.now = Instant.parse("2026-03-03T00:29:00Z");
        assertThat(digests.prepareIfDue()).as("before half past eight").isZero();
        clock.now = Instant.parse("2026-03-07T01:00:00Z");
        assertThat(digests.prepareIfDue()).as("on a Saturday").isZero();
        clock.now = MORNING;
        assertThat(digests.prepareIfDue()).isEqualTo(2);
        assertThat(digests.prepareIfDue()).as("once a day").isZero();
        assertThat(delivery().deliverDue()).isEqualTo(1);

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("联评每日提醒:2 项(2026-03-03)");
        assertThat(parts(mail).get(0))
                .contains("■ 新任务", "确认专家组", "■ 抄送", "初审意见")
                .doesNotContain("已发布");
        assertThat(mails.count(OutgoingMail.State.NO_ADDRESS)).isEqualTo(1);

        clock.now = Instant.parse("2026-03-04T01:00:00Z");
        assertThat(digests.prepareIfDue()).as("what was told is not told again").isZero();
        sender.send(to("zhang", ReminderKind.COPIED, "另一件"));
        clock.now = Instant.parse("2026-03-05T01:00:00Z");
        assertThat(digests.prepareIfDue()).isEqualTo(1);
    }

    @Test
    @DisplayName("邮件服务器停机:不丢失、不阻塞,原因可见,恢复后补发")
    void serverDownThenUp() throws Exception {
        SERVER.stop();
        try {
            sender.send(to("zhang", ReminderKind.OVERDUE, "甲"));
            sender.send(to("li", ReminderKind.OVERDUE, "乙"));
            assertThat(delivery().deliverDue()).isZero();
            List<OutgoingMail> waiting = mails.inState(OutgoingMail.State.WAITING, 10);
            assertThat(waiting).hasSize(2);
            assertThat(waiting.stream().mapToInt(OutgoingMail::attempts).sum())
                    .as("the first failure tells that the server is down")
                    .isEqualTo(1);
            OutgoingMail tried = waiting.stream()
                    .filter(mail -> mail.attempts() == 1)
                    .findFirst()
                    .orElseThrow();
            assertThat(tried.lastError()).isNotBlank();
            assertThat(tried.nextTryAt()).isEqualTo(MORNING.toEpochMilli() + 60_000);
            clock.now = MORNING.plusSeconds(60);
            delivery().deliverDue();
            delivery().deliverDue();
        } finally {
            SERVER.start();
        }
        clock.now = MORNING.plusSeconds(3600);
        assertThat(delivery().deliverDue()).isEqualTo(2);
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
        assertThat(mails.count(OutgoingMail.State.SENT)).isEqualTo(2);
    }

    @Test
    @DisplayName("多日不成功即停止,管理员重新发送后补发")
    void stopsAfterDaysAndGoesOnByHand() {
        sender.send(to("zhang", ReminderKind.OVERDUE, "甲"));
        SERVER.stop();
        try {
            clock.now = MORNING.plus(MailDelivery.PATIENCE).plusSeconds(1);
            delivery().deliverDue();
        } finally {
            SERVER.start();
        }
        OutgoingMail failed = mails.inState(OutgoingMail.State.FAILED, 10).get(0);
        assertThat(delivery().deliverDue()).isZero();
        assertThat(mails.retry(failed.id(), clock.millis())).isEqualTo(1);
        assertThat(delivery().deliverDue()).isEqualTo(1);
        assertThat(mails.retry(failed.id(), clock.millis()))
                .as("what is sent is sent")
                .isZero();
    }

    @Test
    @DisplayName("两个节点同时发送,每封只发一次")
    void twoSendersNeverSendTwice() throws Exception {
        for (int i = 0; i < 30; i++) {
            sender.send(to(i % 2 == 0 ? "zhang" : "li", ReminderKind.URGED, "任务" + i));
        }
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            MailDelivery own = delivery();
            start.await();
            return own.deliverDue();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int sent = 0;
            for (Future<Integer> one : nodes.invokeAll(List.of(node, node))) {
                sent += one.get();
            }
            assertThat(sent).isEqualTo(30);
        } finally {
            nodes.shutdownNow();
        }
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("两个节点同时汇总,每人只有一封")
    void twoNodesMakeOneDigest() throws Exception {
        sender.sendToGroups(List.of("office"), ReminderKind.COPIED, "通知", "", null, null);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            start.await();
            return digests.prepareIfDue();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int made = 0;
            for (Future<Integer> one : nodes.invokeAll(List.of(node, node))) {
                made += one.get();
            }
            assertThat(made).isEqualTo(2);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(delivery().deliverDue()).isEqualTo(2);
    }

    @Test
    @DisplayName("业务回滚则既无提醒也无邮件;提交后任务办结的提醒即为已读")
    void standsInTheTransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sender.send(to("zhang", ReminderKind.URGED, "回滚"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(reminders.count("zhang")).isZero();
        assertThat(delivery().deliverDue()).isZero();

        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 10; i++) {
                sender.send(new Reminder("zhang", ReminderKind.NEW_TASK, "自评:" + i, "", "t" + i, "2026-01-0007"));
            }
            sender.send(new Reminder("zhang", ReminderKind.URGED, "已办的不再催", "", "t99", "2026-01-0007"));
            sender.taskEnded("t99");
            assertThat(reminders.count("zhang")).as("not before the commit").isZero();
        });
        assertThat(reminders.page("zhang", 0, 10))
                .extracting(ReminderRow::title)
                .containsExactly("10 项新任务:自评:1 等");
        assertThat(reminders.unread("zhang")).isEqualTo(1);
        sender.taskEnded("t1");
        assertThat(reminders.unread("zhang")).isZero();
    }

    @Test
    @DisplayName("重试间隔加倍,最长一小时")
    void waitsLongerEachTime() {
        assertThat(MailDelivery.wait(1).toMinutes()).isEqualTo(1);
        assertThat(MailDelivery.wait(3).toMinutes()).isEqualTo(4);
        assertThat(MailDelivery.wait(500).toMinutes()).isEqualTo(60);
    }
}
