package cn.lianping.identity;

import cn.lianping.alliance.RegistryImported;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lists of Tasklist (filters of the engine) and who sees which. A list is known by a mark among its properties, not by
 * its name. A list without the present mark is brought into its present form once, the rights that everybody had on it
 * taken back; after that an administrator's changes stay, and rights are only added where missing.
 */
@Component
public class TaskLists {

    /** Property of a filter that says which list of the platform it is, and in which edition. */
    static final String MARK = "lianping";

    private static final String EDITION = "/2";
    private static final String ROUND = "round:";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identities;

    TaskLists(
            @Lazy FilterService filters,
            @Lazy TaskService tasks,
            @Lazy AuthorizationService authorizations,
            @Lazy IdentityService identities) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.identities = identities;
    }

    /** Creates or renews the lists and grants them to the groups that there are. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(5)
    public void establish() {
        withoutActor(() -> {
            for (StandingList list : StandingList.values()) {
                establish(list.name(), list.title(), list.priority(), list.query(tasks.createTaskQuery()));
            }
            grantAll();
        });
    }

    /** The departments of a new registry get their lists; after their groups were created. */
    @EventListener
    @Order(People.AFTER_GROUPS)
    void onImported(RegistryImported event) {
        withoutActor(this::grantAll);
    }

    /** The list of everything open in a round, for offices and managers; from the round's opening on. */
    public void openRound(String roundNo) {
        withoutActor(() -> {
            TaskQuery query = tasks.createTaskQuery()
                    .or()
                    .processInstanceBusinessKey(roundNo)
                    .processInstanceBusinessKeyLike(roundNo + "-%")
                    .endOr()
                    .orderByDueDate()
                    .asc();
            Filter filter = establish(ROUND + roundNo, "本批次 " + roundNo, 40, query);
            grant(filter, officesAndManagers(groups()));
        });
    }

    /** The round is over: its list goes, what is still open in it stands in the other lists. */
    public void closeRound(String roundNo) {
        withoutActor(() -> marked().entrySet().stream()
                .filter(entry -> entry.getKey().equals(ROUND + roundNo + EDITION))
                .forEach(entry -> filters.deleteFilter(entry.getValue().getId())));
    }

    private Filter establish(String key, String title, int priority, TaskQuery query) {
        Filter filter = marked().get(key + EDITION);
        if (filter != null) {
            return filter;
        }
        // before there were marks a list was known by its name
        filter = filters.createTaskFilterQuery().filterName(title).list().stream()
                .filter(old ->
                        old.getProperties() == null || !old.getProperties().containsKey(MARK))
                .findFirst()
                .orElse(null);
        if (filter == null) {
            filter = filters.newTaskFilter(title);
        } else {
            authorizations
                    .createAuthorizationQuery()
                    .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                    .resourceType(Resources.FILTER)
                    .resourceId(filter.getId())
                    .list()
                    .forEach(global -> authorizations.deleteAuthorization(global.getId()));
        }
        filter.setQuery(query);
        filter.setProperties(new HashMap<>(
                Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false, MARK, key + EDITION)));
        return filters.saveFilter(filter);
    }

    private Map<String, Filter> marked() {
        Map<String, Filter> marked = new HashMap<>();
        filters.createTaskFilterQuery().list().forEach(filter -> {
            Object mark = filter.getProperties() == null
                    ? null
                    : filter.getProperties().get(MARK);
            if (mark != null) {
                marked.put(mark.toString(), filter);
            }
        });
        return marked;
    }

    private void grantAll() {
        List<String> groups = groups();
        Map<String, Filter> marked = marked();
        for (StandingList list : StandingList.values()) {
            Filter filter = marked.get(list.name() + EDITION);
            if (filter != null) {
                grant(filter, groups.stream().filter(list::isFor).toList());
            }
        }
        marked.forEach((key, filter) -> {
            if (key.startsWith(ROUND)) {
                grant(filter, officesAndManagers(groups));
            }
        });
    }

    private static List<String> officesAndManagers(List<String> groups) {
        return groups.stream()
                .filter(group -> Groups.isOffice(group) || group.equals(Groups.MANAGER))
                .toList();
    }

    private List<String> groups() {
        return identities.createGroupQuery().list().stream().map(Group::getId).toList();
    }

    private void grant(Filter filter, List<String> groups) {
        Set<String> granted = new HashSet<>();
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .list()
                .forEach(one -> granted.add(String.valueOf(one.getGroupId())));
        groups.stream().filter(group -> !granted.contains(group)).forEach(group -> {
            Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(group);
            right.setResource(Resources.FILTER);
            right.setResourceId(filter.getId());
            right.addPermission(Permissions.READ);
            authorizations.saveAuthorization(right);
        });
    }

    /** The platform keeps its lists, whoever opened the round that needs one. */
    private void withoutActor(Runnable work) {
        Authentication acting = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            work.run();
        } finally {
            identities.setAuthentication(acting);
        }
    }
}
