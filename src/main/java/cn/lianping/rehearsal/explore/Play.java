package cn.lianping.rehearsal.explore;

import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.Groups;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.rehearsal.act.Reasons;
import cn.lianping.round.Round;
import cn.lianping.round.RoundProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One generated round, played from its opening until nothing is left to do. */
final class Play {

    private static final int MOST_ACTS = 3000;
    private static final Duration LONGEST = Duration.ofDays(800);
    private static final Duration ACT = Duration.ofMinutes(3);
    private static final String PROVINCE = "210000";

    private final Tools tools;
    private final Script script;
    private final Plan plan;
    private final Failures failures;
    private final Breakdowns breakdowns;
    private final String roundNo;
    private final Situation situation;
    private final Work work;
    private final Map<String, CaseScript> byCase = new LinkedHashMap<>();

    Play(Tools tools, Script script, Plan plan, Failures failures) {
        this.tools = tools;
        this.script = script;
        this.plan = plan;
        this.failures = failures;
        this.breakdowns = new Breakdowns(failures);
        this.roundNo = "%04d-%02d".formatted(9000 + tools.world().number() % 1000, 1);
        this.situation = new Situation(tools, roundNo, plan.area());
        this.work = new Work(tools, this, breakdowns, failures);
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

    Situation situation() {
        return situation;
    }

    Breakdowns breakdowns() {
        return breakdowns;
    }

    World world() {
        return tools.world();
    }

    private Passing passing() {
        return tools.passing();
    }

    /** The script of the case; null for the round itself. */
    @Nullable
    CaseScript caseOf(String businessKey) {
        return byCase.get(businessKey);
    }

    boolean isMine(String businessKey) {
        return businessKey.equals(roundNo) || byCase.containsKey(businessKey);
    }

    /** The process key in the id of a definition. */
    static String keyOf(@Nullable String id) {
        String text = String.valueOf(id);
        int end = text.indexOf(':');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Plays until nothing is left to do, something failed for good, or it goes on for ever. */
    void run() {
        try {
            begin();
            for (int acts = 0; !isOver() && step(); acts++) {
                if (acts > MOST_ACTS) {
                    failures.add("", "", "案例“%s”一直没有结束,流程在循环".formatted(script.title()), "检查循环的出口条件");
                    return;
                }
            }
            tools.outcomes().check(this, failures);
        } finally {
            tools.outcomes().clear();
        }
    }

    private void begin() {
        passing().set(plan.opens().atTime(9, 0).atZone(PlatformClock.ZONE).toInstant());
        Optional.ofNullable(script.wanted()).ifPresent(answer -> plan.choices().want(roundNo, answer));
        try {
            world().desk()
                    .start(
                            Invented.staff(Groups.PROVINCE_OFFICE),
                            RoundProcess.KEY,
                            plan.area(),
                            Map.of(
                                    "roundNo", roundNo,
                                    "policy", plan.policy().id(),
                                    "area", plan.area() == null ? PROVINCE : plan.area(),
                                    "opensOn", plan.opens().toString(),
                                    "closesOn", plan.closes().toString(),
                                    "objectionHold", script.objectionHold()));
        } catch (RuntimeException e) {
            breakdowns.at(roundNo, RoundProcess.KEY, "startEvent_roundOpened", "批次不能开放", Reasons.of(e), "检查批次流程图的开始");
            return;
        }
        breakdowns.note(passing().work());
        script.cases().forEach(this::apply);
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
            Optional.ofNullable(one.wanted()).ifPresent(answer -> plan.choices().want(caseNo, answer));
        } catch (RuntimeException e) {
            breakdowns.at(
                    null,
                    RoundProcess.ALLIANCE_EVALUATION,
                    "startEvent_applied",
                    "不能申报",
                    Reasons.of(e),
                    "检查联盟评估评价流程图的开始");
        }
        pause();
    }

    /** Some minutes of office time pass. */
    private void pause() {
        breakdowns.note(passing().until(passing().officeTime().plus(ACT)));
    }

    private boolean isOver() {
        return breakdowns.has(roundNo) || (plan.failFast() && failures.size() > 0);
    }

    /** One act, or the next moment at which something happens; the answer is whether there was any. */
    private boolean step() {
        breakdowns.note(passing().work());
        for (Script.Intervention intervention : script.interventions()) {
            if (!situation.wasDone(intervention.title()) && intervention.when().test(situation)) {
                situation.made(intervention.title());
                intervene(intervention);
                return true;
            }
        }
        if (work.next()) {
            pause();
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
            intervention.act().accept(situation);
        } catch (RuntimeException e) {
            failures.add("", "", "“%s”没有成功:%s".formatted(intervention.title(), Reasons.of(e)), "检查等候该消息的事件是否还在、是否走得到");
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
}
