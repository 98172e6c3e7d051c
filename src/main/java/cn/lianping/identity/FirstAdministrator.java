package cn.lianping.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a new installation its first administrator: with the password of the environment variable
 * {@code LIANPING_ADMIN_PASSWORD}, or with a random one that the log shows this once.
 */
@Component
@Profile("!demo & !rehearsal")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SHORTEST = 12;

    private final IdentityService identities;
    private final People people;
    private final Passwords passwords;
    private final String user;
    private final String configured;

    FirstAdministrator(
            @Lazy IdentityService identities,
            People people,
            Passwords passwords,
            @Value("${lianping.admin.user:admin}") String user,
            @Value("${lianping.admin.password:}") String configured) {
        this.identities = identities;
        this.people = people;
        this.passwords = passwords;
        this.user = user;
        this.configured = configured;
    }

    /** Creates the administrator where nobody is one. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void create() {
        if (identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        if (!configured.isEmpty() && configured.length() < SHORTEST) {
            throw new IllegalStateException("环境变量 LIANPING_ADMIN_PASSWORD 至少 " + SHORTEST + " 位,请换一个后重新启动");
        }
        String password = configured.isEmpty() ? passwords.random() : configured;
        people.create(
                Groups.fixed(),
                List.of(new People.Person(user, "系统管理员", List.of(Groups.CAMUNDA_ADMIN, Groups.PROCESS_ADMIN))),
                Map.of(user, password));
        if (configured.isEmpty()) {
            LOG.warn("首次启动:已创建系统管理员 {},初始密码 {}(只显示这一次,请登录后立即在“管理”中修改)", user, password);
        } else {
            LOG.info("首次启动:已创建系统管理员 {},密码取自环境变量 LIANPING_ADMIN_PASSWORD", user);
        }
    }
}
