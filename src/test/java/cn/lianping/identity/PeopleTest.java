package cn.lianping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.alliance.RegistryDatabase;
import cn.lianping.alliance.RegistryImported;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PeopleTest {

    private RegistryDatabase database;
    private ProcessEngine engine;
    private IdentityService identities;
    private Passwords passwords;
    private People people;

    @BeforeEach
    void startEngine() throws Exception {
        database = new RegistryDatabase();
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("people-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setAuthorizationEnabled(true);
        configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine = configuration.buildProcessEngine();
        identities = engine.getIdentityService();
        passwords = new Passwords(new MockEnvironment());
        people = new People(identities, database.registry, passwords);
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void givesANewInstallationItsFirstAdministrator() {
        new FirstAdministrator(identities, people, passwords, "root1", "from-the-environment").create();
        assertThat(identities.checkPassword("root1", "from-the-environment")).isTrue();
        assertThat(groupsOf("root1")).containsExactlyInAnyOrder(Groups.CAMUNDA_ADMIN, Groups.PROCESS_ADMIN);
        // somebody is administrator now: a second start creates nobody
        new FirstAdministrator(identities, people, passwords, "root2", "").create();
        assertThat(identities.createUserQuery().count()).isEqualTo(1);
        assertThat(passwords.take()).isEmpty();
    }

    @Test
    void refusesAWeakFirstPassword() {
        var first = new FirstAdministrator(identities, people, passwords, "root1", "short");
        assertThatThrownBy(first::create).hasMessageContaining("LIANPING_ADMIN_PASSWORD");
        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    void createsThePeopleOfTheRegistryOnce() throws Exception {
        database.imports.run(RegistryDatabase.example());
        RegistryImported event = (RegistryImported) database.events.get(0);
        people.onImported(event);
        long users = identities.createUserQuery().count();
        long groups = identities.createGroupQuery().count();
        assertThat(users).isEqualTo(170 + 2L * 15 + 5 + 72);
        assertThat(groups).isEqualTo(170 + 3L * 15 + 5 + 10);
        assertThat(groupsOf("u912101007nq6u8h45a"))
                .containsExactlyInAnyOrder("org-912101007NQ6U8H45A", Groups.ORGANISATION);
        assertThat(groupsOf("scisfq000")).containsExactly("science-SFQ000");
        assertThat(groupsOf("indsfq000")).containsExactly("industry-SFQ000");
        assertThat(groupsOf("divs1")).containsExactly("division-S1");
        assertThat(groupsOf("expert001")).containsExactly(Groups.EXPERT);

        List<Passwords.Credential> taken = passwords.take();
        assertThat(taken).hasSize((int) users);
        assertThat(taken).extracting(Passwords.Credential::password).doesNotHaveDuplicates();
        assertThat(identities.checkPassword(taken.get(0).user(), taken.get(0).password()))
                .isTrue();
        assertThat(passwords.take()).isEmpty();

        identities.setAuthentication("u912101007nq6u8h45a", List.of(Groups.ORGANISATION));
        people.onImported(event);
        assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("u912101007nq6u8h45a");
        identities.clearAuthentication();
        assertThat(identities.createUserQuery().count()).isEqualTo(users);
        assertThat(identities.createGroupQuery().count()).isEqualTo(groups);
        assertThat(passwords.take()).isEmpty();
    }

    @Test
    void usesTheDemoPasswordInTheProfileDemoOnly() {
        MockEnvironment environment = new MockEnvironment().withProperty("lianping.demo.password", "示范");
        assertThat(new Passwords(environment).create("a", "甲")).isNotEqualTo("示范");
        environment.setActiveProfiles("demo");
        Passwords demo = new Passwords(environment);
        assertThat(demo.create("a", "甲")).isEqualTo("示范");
        assertThat(demo.take()).isEmpty();
    }

    @Test
    void createsTheStaffOfTheDemonstrationOnce() throws Exception {
        DemoPeople demo = new DemoPeople(people);
        demo.create();
        demo.create();
        assertThat(identities.createUserQuery().count()).isEqualTo(8);
        assertThat(groupsOf("admin1")).containsExactlyInAnyOrder(Groups.CAMUNDA_ADMIN, Groups.PROCESS_ADMIN);
        assertThat(groupsOf("office1")).containsExactly(Groups.PROVINCE_OFFICE);
    }

    @Test
    void establishesRightsOnce() {
        Authorizations rights = new Authorizations(engine.getAuthorizationService(), identities, people);
        rights.establish();
        long count = engine.getAuthorizationService().createAuthorizationQuery().count();
        rights.establish();
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(count);
        assertThat(may(Groups.ORGANISATION, Permissions.CREATE_INSTANCE, "alliance-evaluation"))
                .isTrue();
        assertThat(may(Groups.ORGANISATION, Permissions.CREATE_INSTANCE, "evaluation-round"))
                .isFalse();
        assertThat(may(Groups.EXPERT, Permissions.READ, Authorization.ANY)).isTrue();
        assertThat(may(Groups.EXPERT, Permissions.READ_HISTORY, Authorization.ANY))
                .isFalse();
        assertThat(may(Groups.MANAGER, Permissions.READ_HISTORY, Authorization.ANY))
                .isTrue();
        assertThat(may(Groups.MANAGER, Permissions.DELETE, Authorization.ANY)).isFalse();
        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized(
                                "x", List.of(Groups.CAMUNDA_ADMIN), Permissions.ACCESS, Resources.APPLICATION, "admin"))
                .isTrue();
        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized(
                                "x", List.of(Groups.MANAGER), Permissions.ACCESS, Resources.APPLICATION, "admin"))
                .isFalse();
        assertThat(Map.copyOf(Groups.fixed())).hasSize(10);
    }

    private boolean may(String group, org.camunda.bpm.engine.authorization.Permission permission, String key) {
        return engine.getAuthorizationService()
                .isUserAuthorized("x", List.of(group), permission, Resources.PROCESS_DEFINITION, key);
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
