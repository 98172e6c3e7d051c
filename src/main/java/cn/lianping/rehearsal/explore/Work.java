package cn.lianping.rehearsal.explore;

import cn.lianping.rehearsal.act.Reasons;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;

/** Does the tasks of one generated round. */
final class Work {

    private static final int TRIES = 3;

    private final Tools tools;
    private final Play play;
    private final Breakdowns breakdowns;
    private final Failures failures;

    Work(Tools tools, Play play, Breakdowns breakdowns, Failures failures) {
        this.tools = tools;
        this.play = play;
        this.breakdowns = breakdowns;
        this.failures = failures;
    }

    /** Does the next task that somebody is ready to do, those of cases before those of the round; false if there is none. */
    boolean next() {
        Optional<AtHand> task = tools.tasks().createTaskQuery().active().list().stream()
                .filter(one -> play.isMine(keyOf(one)) && !breakdowns.has(keyOf(one)))
                .sorted(Comparator.comparing((Task one) -> keyOf(one).equals(play.roundNo()))
                        .thenComparing(Work::keyOf)
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getName))
                .map(this::atHand)
                .flatMap(Optional::stream)
                .findFirst();
        task.ifPresent(this::perform);
        return task.isPresent();
    }

    private static String keyOf(Task task) {
        return String.valueOf(task.getDescription());
    }

    private Optional<AtHand> atHand(Task task) {
        String businessKey = keyOf(task);
        String process = Play.keyOf(task.getProcessDefinitionId());
        String key = task.getTaskDefinitionKey();
        CaseScript script = play.caseOf(businessKey);
        if (script != null && script.isHeld(key, play.situation())) {
            return Optional.empty();
        }
        Optional<String> person = person(task);
        if (person.isEmpty()) {
            breakdowns.at(
                    businessKey,
                    process,
                    key,
                    "没有人可以办理",
                    "候选组 %s 没有成员".formatted(play.world().desk().offeredTo(task)),
                    "改正候选组,或先在管理中建立该组并加入人员");
            return Optional.empty();
        }
        try {
            Map<String, Object> shown = play.world().desk().shown(person.get(), task);
            AtHand found = new AtHand(task, process, key, businessKey, person.get(), shown, script, play);
            boolean ready = tools.players()
                    .of(key)
                    .map(player -> player.ready().test(found))
                    .orElse(true);
            return ready ? Optional.of(found) : Optional.empty();
        } catch (RuntimeException e) {
            breakdowns.at(businessKey, process, key, "表单打不开", Reasons.of(e), "检查表单是否部署、任务所需的变量是否传入");
            return Optional.empty();
        }
    }

    /** Whoever is responsible; for a group that has members on the platform alone, somebody is invented. */
    private Optional<String> person(Task task) {
        Optional<String> known = play.world().desk().responsible(task);
        if (known.isPresent()) {
            return known;
        }
        List<String> groups = play.world().desk().offeredTo(task);
        return groups.stream()
                .filter(play.plan().staffed()::contains)
                .findFirst()
                .map(group -> {
                    play.world().desk().enrol(Invented.staff(group), "试运行人员(" + group + ")", group);
                    return Invented.staff(group);
                });
    }

    private void perform(AtHand task) {
        tools.checks().check(task, failures);
        Optional<Player> player = tools.players().of(task.key());
        Map<String, Object> decided = task.script() == null
                ? play.script().nextAnswer(task.key())
                : task.script().nextAnswer(task.key());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                complete(task, player, decided);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES || player.isPresent()) {
                    breakdowns.at(
                            task.businessKey(), task.process(), task.key(), "不能办结", Reasons.of(e), "检查表单栏目和这一步之前的路径");
                    return;
                }
            } finally {
                tools.walks().acted();
            }
        }
    }

    private void complete(AtHand task, Optional<Player> player, Map<String, Object> decided) {
        Map<String, Object> known =
                new HashMap<>(player.map(one -> one.answers().apply(task)).orElse(Map.of()));
        known.putAll(decided);
        player.ifPresent(one -> one.before().accept(task));
        Map<String, Object> form = tools.filling()
                .fill(task.task(), task.shown(), known, play.plan().choices(), player.isEmpty());
        tools.walks().acting(task.key(), tools.forms().words(task.task().getId(), form));
        play.world().desk().complete(task.person(), task.task(), form);
    }
}
