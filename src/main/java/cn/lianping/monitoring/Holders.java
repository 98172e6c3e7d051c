package cn.lianping.monitoring;

import cn.lianping.identity.People;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who holds tasks, as managers read it. An expert's name is never told, however the task came to the expert. */
@Component
class Holders {

    private static final String SOME_EXPERT = "评审专家";
    private static final String NOBODY = "尚未指定";

    private final NameMapper names;
    private final FactMapper facts;
    private final People people;

    Holders(NameMapper names, FactMapper facts, People people) {
        this.names = names;
        this.facts = facts;
        this.people = people;
    }

    /**
     * Who holds a task.
     *
     * @param kind office, organisation, person or expert
     */
    record Holder(String name, String kind) {}

    /** The holders of the tasks, by task id. */
    Map<String, Holder> of(Collection<TaskFact> tasks) {
        Set<String> groups = new LinkedHashSet<>();
        Set<String> users = new LinkedHashSet<>();
        tasks.forEach(task -> {
            add(groups, task.holderGroup());
            add(users, task.holderUser());
        });
        Map<String, String> groupNames = new HashMap<>();
        if (!groups.isEmpty()) {
            names.groups(groups).forEach(one -> groupNames.put(one.id(), one.name()));
        }
        Set<String> experts = users.isEmpty() ? Set.of() : new HashSet<>(facts.experts(users));
        users.removeAll(experts);
        Map<String, String> userNames = users.isEmpty() ? Map.of() : people.names(users);
        Map<String, Holder> holders = new HashMap<>();
        tasks.forEach(task -> holders.put(task.taskId(), holder(task, groupNames, userNames, experts)));
        return holders;
    }

    private static Holder holder(
            TaskFact task, Map<String, String> groups, Map<String, String> users, Set<String> experts) {
        String user = task.holderUser();
        if (task.expert() == 1 || (user != null && experts.contains(user))) {
            return new Holder(SOME_EXPERT, "expert");
        }
        String group = task.holderGroup();
        String office = group == null ? "" : groups.getOrDefault(group, group);
        String person = user == null ? "" : users.getOrDefault(user, user);
        if (office.isEmpty() && person.isEmpty()) {
            return new Holder(NOBODY, "office");
        }
        String kind = task.organisation() != null ? "organisation" : office.isEmpty() ? "person" : "office";
        // the people of a unit are named after it
        String name = person.isEmpty() || person.equals(office)
                ? office
                : office.isEmpty() ? person : office + " · " + person;
        return new Holder(name, kind);
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
