package cn.lianping.identity;

import cn.lianping.alliance.Registry;
import cn.lianping.alliance.RegistryImported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the groups and first people of the registry in the engine. Who exists is left as is, memberships included, so
 * that what an administrator changed stays; nobody is ever deleted.
 */
@Component
public class People {

    /** For listeners of an import that need the groups to be there. */
    static final int AFTER_GROUPS = 20;

    private static final int CHUNK = 500;

    /**
     * A person to be created.
     *
     * @param groups ids
     */
    record Person(String id, String name, List<String> groups) {}

    private final IdentityService identities;
    private final Registry registry;
    private final Passwords passwords;

    People(@Lazy IdentityService identities, Registry registry, Passwords passwords) {
        this.identities = identities;
        this.registry = registry;
        this.passwords = passwords;
    }

    /** Creates who is missing, in the import's transaction. */
    @EventListener
    @Order(AFTER_GROUPS - 10)
    void onImported(RegistryImported event) {
        Map<String, String> groups = new LinkedHashMap<>(Groups.fixed());
        List<Person> people = new ArrayList<>();
        registry.organisations().forEach(row -> {
            groups.put(Groups.org(row.code()), row.name());
            people.add(new Person(
                    "u" + lower(row.code()), row.name(), List.of(Groups.org(row.code()), Groups.ORGANISATION)));
        });
        registry.areasOfAlliances().forEach((code, name) -> {
            groups.put(Groups.science(code), name + "科技部门");
            groups.put(Groups.industry(code), name + "工信部门");
            groups.put(Groups.manager(code), name + "管理人员");
            // in the Shenfu zone one bureau holds both roles, and still two people sign
            people.add(new Person("sci" + lower(code), name + "科技经办人", List.of(Groups.science(code))));
            people.add(new Person("ind" + lower(code), name + "工信经办人", List.of(Groups.industry(code))));
        });
        registry.divisions().forEach(row -> {
            groups.put(Groups.division(row.code()), row.name());
            people.add(new Person("div" + lower(row.code()), row.name() + "经办人", List.of(Groups.division(row.code()))));
        });
        registry.experts().forEach(row -> people.add(new Person(row.userId(), row.name(), List.of(Groups.EXPERT))));
        create(groups, people);
    }

    /** The name of a person as colleagues read it; the user id where there is none. */
    public String nameOf(String userId) {
        return nameOf(userId, find(userId));
    }

    /**
     * How a person is addressed.
     *
     * @param email null where none is kept
     */
    public record Contact(String name, @Nullable String email) {}

    /** How to reach a person, whoever asks; the user id stands for the name of somebody unknown. */
    public Contact contact(String userId) {
        User user = find(userId);
        String email =
                user == null || user.getEmail() == null ? "" : user.getEmail().strip();
        return new Contact(nameOf(userId, user), email.isEmpty() ? null : email);
    }

    /** The names of several people by user id, in one statement, whoever asks; who is unknown is absent. */
    public Map<String, String> names(Collection<String> userIds) {
        Map<String, String> names = new LinkedHashMap<>();
        if (userIds.isEmpty()) {
            return names;
        }
        Authentication acting = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            identities
                    .createUserQuery()
                    .userIdIn(userIds.toArray(String[]::new))
                    .list()
                    .forEach(user -> names.put(user.getId(), nameOf(user.getId(), user)));
        } finally {
            identities.setAuthentication(acting);
        }
        return names;
    }

    /** A person with the name, looked up for each call; use {@link #names} for many. */
    public Someone someone(String userId) {
        return new Someone(userId, nameOf(userId));
    }

    private @Nullable User find(String userId) {
        Authentication acting = identities.getCurrentAuthentication();
        // the query answers only what the asking person may read, and a person may not read others
        identities.clearAuthentication();
        try {
            return identities.createUserQuery().userId(userId).singleResult();
        } finally {
            identities.setAuthentication(acting);
        }
    }

    private static String nameOf(String userId, @Nullable User user) {
        String name = user == null
                ? ""
                : (Objects.requireNonNullElse(user.getFirstName(), "")
                                + Objects.requireNonNullElse(user.getLastName(), ""))
                        .strip();
        return name.isEmpty() ? userId : name;
    }

    /** Creates the groups that always exist, where missing. */
    void createFixedGroups() {
        create(Groups.fixed(), List.of());
    }

    /** Creates the missing ones; whoever acts, the engine's authorizations are not asked. */
    void create(Map<String, String> groups, List<Person> people) {
        create(groups, people, Map.of());
    }

    /** The same, with the given passwords by user id for some of them. */
    void create(Map<String, String> groups, List<Person> people, Map<String, String> given) {
        Authentication acting = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            createGroups(groups);
            createPeople(people, given);
        } finally {
            if (acting != null) {
                identities.setAuthentication(acting.getUserId(), acting.getGroupIds(), acting.getTenantIds());
            }
        }
    }

    private void createGroups(Map<String, String> groups) {
        Set<String> existing = new HashSet<>();
        for (String[] ids : chunks(new ArrayList<>(groups.keySet()))) {
            identities.createGroupQuery().groupIdIn(ids).list().forEach(group -> existing.add(group.getId()));
        }
        groups.forEach((id, name) -> {
            if (!existing.contains(id)) {
                Group group = identities.newGroup(id);
                group.setName(name);
                group.setType(id.equals(Groups.CAMUNDA_ADMIN) ? "SYSTEM" : "WORKFLOW");
                identities.saveGroup(group);
            }
        });
    }

    private void createPeople(List<Person> people, Map<String, String> given) {
        Set<String> existing = new HashSet<>();
        for (String[] ids : chunks(people.stream().map(Person::id).toList())) {
            identities.createUserQuery().userIdIn(ids).list().forEach(user -> existing.add(user.getId()));
        }
        for (Person person : people) {
            if (existing.add(person.id())) {
                User user = identities.newUser(person.id());
                user.setFirstName(person.name());
                user.setLastName("");
                String password = given.get(person.id());
                user.setPassword(password == null ? passwords.create(person.id(), person.name()) : password);
                identities.saveUser(user);
                person.groups().forEach(group -> identities.createMembership(person.id(), group));
            }
        }
    }

    private static List<String[]> chunks(List<String> ids) {
        List<String[]> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            chunks.add(ids.subList(from, Math.min(from + CHUNK, ids.size())).toArray(String[]::new));
        }
        return chunks;
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
