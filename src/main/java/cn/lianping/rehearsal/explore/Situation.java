package cn.lianping.rehearsal.explore;

import cn.lianping.identity.Groups;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.CaseStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** How a generated round stands, as scripts ask for it, and what people do in it beside their tasks. */
final class Situation {

    private final Tools tools;
    private final String roundNo;
    private final @Nullable String area;
    private final Set<String> done = new HashSet<>();
    private final Map<String, String> decisions = new LinkedHashMap<>();

    Situation(Tools tools, String roundNo, @Nullable String area) {
        this.tools = tools;
        this.roundNo = roundNo;
        this.area = area;
    }

    World world() {
        return tools.world();
    }

    /** What the clock says. */
    Instant now() {
        return tools.passing().now();
    }

    /** The intervention has been made. */
    void made(String intervention) {
        done.add(intervention);
    }

    /** Whether the intervention was made. */
    boolean wasDone(String intervention) {
        return done.contains(intervention);
    }

    /** Where the case stands. */
    CaseStatus status(CaseScript script) {
        return world().cases().require(script.caseNo()).status();
    }

    /** How often the self-evaluation of the case was opened. */
    int attempt(CaseScript script) {
        return world().cases().require(script.caseNo()).attempt();
    }

    /** Whether somebody could do a task of this kind of the case now. */
    boolean isOpen(CaseScript script, String taskKey) {
        return open(script.caseNo(), taskKey);
    }

    /** Whether somebody could do a task of this kind of the round now. */
    boolean isOpen(String taskKey) {
        return open(roundNo, taskKey);
    }

    private boolean open(String businessKey, String taskKey) {
        return tools.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskDefinitionKey(taskKey)
                        .count()
                > 0;
    }

    /** Whether the case is on a notice whose period runs. */
    boolean isNoticed(CaseScript script) {
        return script.hasApplied()
                && status(script) == CaseStatus.NOTICED
                && !lastNotice(script).overAt(now());
    }

    /** The latest notice that lists the case. */
    Notice lastNotice(CaseScript script) {
        return world().notices().latestFor(script.caseNo()).orElseThrow();
    }

    /** The party group decides this on the case at its next meeting. */
    void decide(CaseScript script, String decision) {
        decisions.put(script.caseNo(), decision);
    }

    /** Decisions of the next meeting that are no confirmation; they count once. */
    Map<String, String> takeDecisions() {
        Map<String, String> now = new LinkedHashMap<>(decisions);
        now.keySet().removeIf(caseNo -> world().cases().require(caseNo).status() != CaseStatus.AWAITING_DELIBERATION);
        decisions.clear();
        return now;
    }

    /** A letter comes that was posted on the first day of the notice. */
    void letter(CaseScript script) {
        world().letter(script.caseNo(), lastNotice(script).startsOn(), area);
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
}
