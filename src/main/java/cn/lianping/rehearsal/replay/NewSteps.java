package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.act.Reasons;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/** Steps of the draft that no record can know: somebody responsible does them at once, in the way that leads on. */
final class NewSteps {

    private final ReplayTools tools;
    private final Draft draft;
    private final Set<String> known;
    private final Set<String> tried = new HashSet<>();
    private final Map<String, String> failures = new HashMap<>();

    /** @param known ids of the steps that the record tells of */
    NewSteps(ReplayTools tools, Draft draft, Set<String> known) {
        this.tools = tools;
        this.draft = draft;
        this.known = known;
    }

    /** Does whatever of them is open in these cases and rounds; the answer is whether there was any. */
    boolean doAll(Set<String> businessKeys) {
        if (draft.steps().stream().noneMatch(this::isNew)) {
            return false;
        }
        boolean any = false;
        for (Task task : tools.tasks().createTaskQuery().active().list()) {
            if (isNew(task.getTaskDefinitionKey())
                    && businessKeys.contains(String.valueOf(task.getDescription()))
                    && !tried.contains(task.getId())) {
                any |= tryIt(task);
            }
        }
        return any;
    }

    private boolean isNew(String step) {
        return draft.adds(step) && !known.contains(step);
    }

    /** Why a step of this case or round could not be done. */
    Optional<String> failureOf(String businessKey) {
        return Optional.ofNullable(failures.get(businessKey));
    }

    private boolean tryIt(Task task) {
        String businessKey = String.valueOf(task.getDescription());
        tried.add(task.getId());
        Optional<String> person = tools.desk().responsible(task).or(() -> invented(task));
        if (person.isEmpty()) {
            failures.put(businessKey, "“%s”没有候选组,无人可办".formatted(task.getName()));
            return false;
        }
        try {
            Map<String, Object> shown = tools.desk().shown(person.get(), task);
            Map<String, Object> form = tools.filling().fill(task, shown, Map.of(), draft.chooser(), true);
            tools.walks().acting(task.getTaskDefinitionKey(), "新步骤,记录中没有:按顺利办理代办");
            tools.desk().complete(person.get(), task, form);
            tools.passing().touch(businessKey);
            return true;
        } catch (RuntimeException e) {
            failures.put(businessKey, "“%s”:%s".formatted(task.getName(), Reasons.of(e)));
            return false;
        } finally {
            tools.walks().acted();
        }
    }

    private Optional<String> invented(Task task) {
        return tools.desk().offeredTo(task).stream().findFirst().map(group -> {
            String person = "new" + group.replaceAll("[^a-z0-9]", "");
            tools.desk().enrol(person, "新步骤办理人(" + group + ")", group);
            return person;
        });
    }
}
