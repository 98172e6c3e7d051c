package cn.lianping.rehearsal.explore;

import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.Groups;
import cn.lianping.policy.Policy;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.rehearsal.act.Chooser;
import cn.lianping.rehearsal.act.JobFailure;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.rehearsal.act.Reasons;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Round;
import cn.lianping.round.RoundProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** One generated round, played from its opening until nothing is left to do. */
final class Play {

    private static final int MOST_ACTS = 3000;
    private static final Duration LONGEST = Duration.ofDays(800);
    private static final Duration ACT = Duration.ofMinutes(3);
    private static final int TRIES = 3;

    private final Tools tools;
    private final Script script;
    private final Plan plan;
    private final Failures failures;
    private final String roundNo;
    private final Map<String, CaseScript> byCase = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Set<Script.Intervention> done = new HashSet<>();
    private final Map<String, String> decisions = new LinkedHashMap<>();

    /**
     * What is the same for all rounds of an exploration.
     *
     * @param area the city whose round it is, null for the province
     * @param opens the first day of the rounds
     * @param chooser what is chosen where nothing is known
     * @param facts the facts that are claimed of the elements
     * @param failFast whether the first failure ends the play
     */
    record Plan(@Nullable String area, Policy policy, LocalDate opens, Chooser chooser, Facts facts, boolean failFast) {

        LocalDate closes() {
            return opens.plusDays(18);
        }
    }

    Play(Tools tools, Script script, Plan plan, Failures failures) {
        this.tools = tools;
        this.script = script;
        this.plan = plan;
        this.failures = failures;
        this.roundNo = "%04d-%02d".formatted(9000 + tools.world().number() % 1000, 1);
    }

    Script script() {
        return script;
    }

    Plan plan() {
        return plan;
    }

    String roundNo() {
        return roundNo;
    }

    World world() {
        return tools.world();
    }

    Passing passing() {
        return tools.passing();
    }

    Map<String, Object> facts(String element) {
        return plan.facts().next(element);
    }

    /** Decisions of the next meeting that are no confirmation; they count once. */
    Map<String, String> decisions() {
        Map<String, String> now = new LinkedHashMap<>(decisions);
        now.keySet().removeIf(caseNo -> world().cases().require(caseNo).status() != CaseStatus.AWAITING_DELIBERATION);
        decisions.clear();
        return now;
    }

    /** The party group decides this on the case at its next meeting. */
    void decide(CaseScript script, String decision) {
        decisions.put(script.caseNo(), decision);
    }

    /** Where the case stands. */
    CaseStatus status(CaseScript script) {
        return world().cases().require(script.caseNo()).status();
    }

    /** Whether the case is on a notice whose period runs. */
    boolean isNoticed(CaseScript script) {
        return script.hasApplied()
                && status(script) == CaseStatus.NOTICED
                && !lastNotice(script).overAt(passing().now());
    }

    /** The latest notice that lists the case. */
    Notice lastNotice(CaseScript script) {
        return world().notices().latestFor(script.caseNo()).orElseThrow();
    }

    /** A letter comes that was posted on the first day of the notice. */
    void letter(CaseScript script) {
        world().letter(script.caseNo(), lastNotice(script).startsOn(), plan.area());
    }

    /** The objection to the case is upheld, and the expert of the first seat has to be replaced. */
    void answerObjection(CaseScript script) {
        script.answer(
                PublicityProcess.DECIDE_OBJECTION,
                Map.of(
                        "outcome", "upheld",
                        "remedy", "recompute",
                        "expert", world().seated(script.caseNo()).get(0),
                        "reason", "试运行:专家应当回避"));
    }

    /** Whoever does the task asks a colleague first. */
    void consult(CaseScript script, String taskKey) {
        Task task = tools.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(script.caseNo())
                .taskDefinitionKey(taskKey)
                .singleResult();
        String person = world().desk().responsible(task).orElseThrow();
        world().consult(task.getId(), person, Invented.staff(Groups.PROVINCE_OFFICE));
    }

    /** How often the self-evaluation of the case was opened. */
    int attempt(CaseScript script) {
        return world().cases().require(script.caseNo()).attempt();
    }

    /** Whether the intervention was made. */
    boolean wasDone(String intervention) {
        return done.stream().anyMatch(one -> one.title().equals(intervention));
    }

    /** Whether somebody could do a task of this kind of the case now. */
    boolean isOpen(CaseScript script, String taskKey) {
        return tools.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(script.caseNo())
                        .taskDefinitionKey(taskKey)
                        .count()
                > 0;
    }

    /** Whether somebody could do a task of this kind of the round now. */
    boolean isOpen(String taskKey) {
        return tools.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(roundNo)
                        .taskDefinitionKey(taskKey)
                        .count()
                > 0;
    }

    /** Plays until nothing is left to do, something failed for good, or it goes on for ever. */
    void run() {
        try {
            begin();
            for (int acts = 0; !isOver(); acts++) {
                if (acts > MOST_ACTS) {
                    failures.add("", "", "案例“%s”一直没有结束,流程在循环".formatted(script.title()), "检查循环的出口条件");
                    return;
                }
                if (!step()) {
                    break;
                }
            }
            tools.outcomes().check(this, failures);
        } finally {
            tools.outcomes().clear();
        }
    }

    private void begin() {
        passing().set(plan.opens().atTime(9, 0).atZone(PlatformClock.ZONE).toInstant());
        String office = Invented.staff(Groups.PROVINCE_OFFICE);
        try {
            world().desk()
                    .start(
                            office,
                            RoundProcess.KEY,
                            plan.area(),
                            Map.of(
                                    "roundNo", roundNo,
                                    "policy", plan.policy().id(),
                                    "area", plan.area() == null ? "210000" : plan.area(),
                                    "opensOn", plan.opens().toString(),
                                    "closesOn", plan.closes().toString(),
                                    "objectionHold", script.objectionHold()));
        } catch (RuntimeException e) {
            breakOff(roundNo, Reasons.of(e));
            failures.add(RoundProcess.KEY, "startEvent_roundOpened", "批次不能开放:" + Reasons.of(e), "检查批次流程图的开始");
            return;
        }
        note(passing().work());
        for (CaseScript one : script.cases()) {
            apply(one);
        }
    }

    private void apply(CaseScript one) {
        var alliance = tools.invented().alliance(one.isNarrow());
        try {
            String caseNo = world().desk()
                    .start(
                            Invented.personOf(alliance.leadCode()),
                            RoundProcess.ALLIANCE_EVALUATION,
                            plan.area(),
                            Map.of("roundNo", roundNo, "allianceId", alliance.id()))
                    .getBusinessKey();
            one.applied(caseNo);
            byCase.put(caseNo, one);
        } catch (RuntimeException e) {
            failures.add(
                    RoundProcess.ALLIANCE_EVALUATION, "startEvent_applied", "不能申报:" + Reasons.of(e), "检查联盟评估评价流程图的开始");
        }
        pause();
    }

    private void pause() {
        note(passing().until(passing().officeTime().plus(ACT)));
    }

    private boolean isOver() {
        return broken.contains(roundNo) || (plan.failFast() && failures.size() > 0);
    }

    /** One act, or the next moment at which something happens; the answer is whether there was any. */
    private boolean step() {
        note(passing().work());
        for (Script.Intervention intervention : script.interventions()) {
            if (!done.contains(intervention) && intervention.when().test(this)) {
                done.add(intervention);
                intervene(intervention);
                return true;
            }
        }
        Optional<AtHand> task = next();
        if (task.isPresent()) {
            perform(task.get());
            return true;
        }
        Optional<Instant> next = passing().next();
        Instant end = plan.opens().atStartOfDay(PlatformClock.ZONE).toInstant().plus(LONGEST);
        if (next.isEmpty() || next.get().isAfter(end)) {
            return false;
        }
        passing().set(next.get());
        return true;
    }

    private void intervene(Script.Intervention intervention) {
        pause();
        try {
            intervention.act().accept(this);
        } catch (RuntimeException e) {
            failures.add("", "", "“%s”没有成功:%s".formatted(intervention.title(), Reasons.of(e)), "检查等候该消息的事件是否还在、是否走得到");
        }
        pause();
    }

    private void note(List<JobFailure> failed) {
        for (JobFailure job : failed) {
            breakOff(job.businessKey(), job.reason());
            failures.add(job.process(), job.element(), "平台步骤没有成功:" + job.reason(), "检查这一步之前的路径、变量和所用的委托");
        }
    }

    /** The next task that somebody is ready to do: those of cases before those of the round. */
    private Optional<AtHand> next() {
        return tools.tasks().createTaskQuery().active().list().stream()
                .filter(task -> isMine(keyOf(task)) && !broken.contains(keyOf(task)))
                .sorted(Comparator.comparing((Task task) -> keyOf(task).equals(roundNo))
                        .thenComparing(this::keyOf)
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getName))
                .map(this::atHand)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String keyOf(Task task) {
        return String.valueOf(task.getDescription());
    }

    private boolean isMine(String businessKey) {
        return businessKey.equals(roundNo) || byCase.containsKey(businessKey);
    }

    private Optional<AtHand> atHand(Task task) {
        String businessKey = keyOf(task);
        CaseScript one = byCase.get(businessKey);
        String key = task.getTaskDefinitionKey();
        if (one != null && one.isHeld(key, this)) {
            return Optional.empty();
        }
        String process = processOf(task);
        String person = world().desk().responsible(task).orElseGet(() -> {
            failures.add(
                    process, key, "没有人可以办理:候选组 %s 没有成员".formatted(world().desk().offeredTo(task)), "改正候选组,或先在管理中建立该组");
            return "";
        });
        if (person.isEmpty()) {
            breakOff(businessKey, "没有人可以办理");
            return Optional.empty();
        }
        Map<String, Object> shown;
        try {
            shown = world().desk().shown(person, task);
        } catch (RuntimeException e) {
            breakOff(businessKey, Reasons.of(e));
            failures.add(process, key, "表单打不开:" + Reasons.of(e), "检查表单是否部署、任务所需的变量是否传入");
            return Optional.empty();
        }
        AtHand found = new AtHand(task, process, key, businessKey, person, shown, one, this);
        boolean ready = tools.players()
                .of(key)
                .map(player -> player.ready().test(found))
                .orElse(true);
        return ready ? Optional.of(found) : Optional.empty();
    }

    private static String processOf(Task task) {
        return keyOf(String.valueOf(task.getProcessDefinitionId()));
    }

    /** The process key in the id of a definition. */
    static String keyOf(String id) {
        int end = id.indexOf(':');
        return end < 0 ? id : id.substring(0, end);
    }

    private void perform(AtHand task) {
        tools.checks().check(task, failures);
        Optional<Player> player = tools.players().of(task.key());
        Map<String, Object> decided = task.script() == null
                ? script.nextAnswer(task.key())
                : task.script().nextAnswer(task.key());
        for (int attempt = 1; ; attempt++) {
            try {
                Map<String, Object> known = new HashMap<>(
                        player.map(one -> one.answers().apply(task)).orElse(Map.of()));
                known.putAll(decided);
                player.ifPresent(one -> one.before().accept(task));
                Map<String, Object> form =
                        tools.filling().fill(task.task(), task.shown(), known, plan.chooser(), player.isEmpty());
                tools.walks().acting(task.key(), tools.forms().words(task.task().getId(), form));
                world().desk().complete(task.person(), task.task(), form);
                break;
            } catch (RuntimeException e) {
                if (attempt == TRIES || player.isPresent()) {
                    breakOff(task.businessKey(), Reasons.of(e));
                    failures.add(task.process(), task.key(), "不能办结:" + Reasons.of(e), "检查表单栏目和这一步之前的路径");
                    break;
                }
            } finally {
                tools.walks().acted();
            }
        }
        pause();
    }

    /** How the case or round stands, as people read it. */
    String outcome(String businessKey) {
        return businessKey.equals(roundNo)
                ? world().rounds()
                        .find(roundNo)
                        .map(round -> Round.CLOSED.equals(round.status()) ? "已结束" : "没有结束")
                        .orElse("没有开放")
                : world().cases().require(businessKey).status().chinese();
    }

    /** Why it could not go on; null if it could. */
    @Nullable
    String failureOf(String businessKey) {
        return reasons.get(businessKey);
    }

    private void breakOff(@Nullable String businessKey, String why) {
        if (businessKey != null) {
            broken.add(businessKey);
            reasons.putIfAbsent(businessKey, why);
        }
    }

    /** Cases and the round itself that something of the platform's own has stopped. */
    Set<String> broken() {
        return broken;
    }
}
