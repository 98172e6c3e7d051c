package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whom a person may involve. Offices involve offices; a unit of an alliance involves its own people alone; nobody involves
 * experts, who judge for themselves.
 */
@Component
class Colleagues {

    private static final int SHOWN = 30;

    private final IdentityService identities;
    private final Unrestricted engine;
    private final CurrentActor actor;

    Colleagues(@Lazy IdentityService identities, Unrestricted engine, CurrentActor actor) {
        this.identities = identities;
        this.engine = engine;
        this.actor = actor;
    }

    /** Somebody to choose, with the office or unit they belong to. */
    record Colleague(String id, String name, String office) {}

    /** The other members of these groups, by name. */
    List<Colleague> membersOf(Collection<String> groups) {
        return engine.call(() -> {
            Map<String, Colleague> found = new LinkedHashMap<>();
            for (String group : groups) {
                String office = nameOfGroup(group);
                identities
                        .createUserQuery()
                        .memberOfGroup(group)
                        .orderByUserFirstName()
                        .asc()
                        .list()
                        .forEach(user ->
                                found.putIfAbsent(user.getId(), new Colleague(user.getId(), name(user), office)));
            }
            found.remove(actor.userId());
            return List.copyOf(found.values());
        });
    }

    /** The people whom this person may involve and whose name or login contains the text; at most 30. */
    List<Colleague> search(String text) {
        List<String> own = actor.groups();
        if (own.stream().noneMatch(Groups::isOffice)) {
            return membersOf(own.stream()
                            .filter(group -> group.startsWith(Groups.org("")))
                            .toList())
                    .stream()
                    .filter(one -> one.name().contains(text) || one.id().contains(text))
                    .limit(SHOWN)
                    .toList();
        }
        return engine.call(() -> {
            Map<String, User> found = new LinkedHashMap<>();
            String like = "%" + text.replace("%", "").replace("_", "") + "%";
            identities
                    .createUserQuery()
                    .userFirstNameLike(like)
                    .orderByUserId()
                    .asc()
                    .listPage(0, 200)
                    .forEach(user -> found.put(user.getId(), user));
            identities.createUserQuery().userIdIn(text).list().forEach(user -> found.put(user.getId(), user));
            return found.values().stream()
                    .filter(user -> !user.getId().equals(actor.userId()))
                    .map(user -> colleague(user, groupsOf(user.getId())))
                    .filter(one -> !one.office().isEmpty())
                    .limit(SHOWN)
                    .toList();
        });
    }

    /** Refuses somebody who does not exist or whom this person may not involve. */
    Colleague involved(String id) {
        List<String> own = actor.groups();
        return engine.call(() -> {
            User user = identities.createUserQuery().userId(id).singleResult();
            List<Group> theirs = user == null ? List.of() : groupsOf(id);
            boolean offices = own.stream().anyMatch(Groups::isOffice)
                    && theirs.stream().map(Group::getId).anyMatch(Groups::isOffice);
            boolean sameUnit = theirs.stream()
                    .map(Group::getId)
                    .anyMatch(group -> group.startsWith(Groups.org("")) && own.contains(group));
            if (user == null || id.equals(actor.userId()) || !(offices || sameUnit)) {
                throw Refusal.invalid("不能选择“" + id + "”:请从列表中选择本单位或管理部门的人员");
            }
            return colleague(user, theirs);
        });
    }

    /** Refuses somebody who is not responsible for a task of these groups. */
    Colleague responsible(String id, Collection<String> groups) {
        return membersOf(groups).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("不能交给“" + id + "”:请从列表中选择同样负责该任务的人员"));
    }

    /** The name of an office or unit, by its group. */
    String officeOf(String group) {
        return engine.call(() -> nameOfGroup(group));
    }

    private List<Group> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list();
    }

    private static Colleague colleague(User user, List<Group> groups) {
        String office = groups.stream()
                .filter(group -> Groups.isOffice(group.getId()) || group.getId().startsWith(Groups.org("")))
                .map(Group::getName)
                .findFirst()
                .orElse("");
        return new Colleague(user.getId(), name(user), office);
    }

    private String nameOfGroup(String group) {
        Group found = identities.createGroupQuery().groupId(group).singleResult();
        return found == null || found.getName() == null ? group : found.getName();
    }

    /** How people know somebody. */
    static String name(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName())
                        + (user.getLastName() == null ? "" : user.getLastName()))
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
