package cn.lianping.rehearsal.explore;

import cn.lianping.pilot.Pilot;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.pilot.Pilots;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.publicity.ObjectionOutcome;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.report.Step;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.RoundProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an end event of the product says has to be true: otherwise the diagram tells people something that did not happen. */
@RehearsalOnly
class Ends {

    private static final Map<String, Set<CaseStatus>> OF_CASES = Map.of(
            "endEvent_released", Set.of(CaseStatus.RELEASED),
            "endEvent_deferred", Set.of(CaseStatus.DEFERRED),
            "endEvent_rejectedByReview", Set.of(CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW),
            "endEvent_rejectedByDeliberation", Set.of(CaseStatus.REJECTED_BY_DELIBERATION),
            "endEvent_withdrawn", Set.of(CaseStatus.WITHDRAWN),
            "endEvent_closedByRound", Set.of(CaseStatus.NOT_SUBMITTED, CaseStatus.DEFERRED));

    private static final Map<String, String> OF_PILOTS =
            Map.of("endEvent_accepted", "ACCEPTED", "endEvent_notAccepted", "NOT_ACCEPTED");

    private static final Map<String, String> OF_OBJECTIONS = Map.of(
            "endEvent_dismissed", ObjectionOutcome.DISMISSED.chinese(),
            "endEvent_upheld", ObjectionOutcome.UPHELD.chinese(),
            "endEvent_objectionRefused", ObjectionOutcome.REFUSED.chinese());

    private final World world;
    private final Walks walks;
    private final Pilots pilots;

    Ends(World world, Walks walks, Pilots pilots) {
        this.world = world;
        this.walks = walks;
        this.pilots = pilots;
    }

    void check(Play play, CaseScript script, Failures failures) {
        CaseStatus status = play.situation().status(script);
        for (Step step : walks.steps(script.caseNo())) {
            if (step.diagram().equals(RoundProcess.ALLIANCE_EVALUATION)
                    && OF_CASES.containsKey(step.element())
                    && !OF_CASES.getOrDefault(step.element(), Set.of()).contains(status)) {
                tell(step, "案卷却为“%s”".formatted(status.chinese()), failures);
            }
            if (step.diagram().equals(PreliminaryReviewProcess.KEY)
                    && step.element().equals("endEvent_rejected")
                    && status != CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW) {
                tell(step, "案卷却为“%s”".formatted(status.chinese()), failures);
            }
            if (step.diagram().equals(PilotProcess.KEY) && OF_PILOTS.containsKey(step.element())) {
                Pilot pilot = pilots.require(script.caseNo());
                if (!String.valueOf(OF_PILOTS.get(step.element())).equals(pilot.acceptance())) {
                    tell(step, "验收结论却为 %s".formatted(pilot.acceptance()), failures);
                }
            }
        }
        objections(script, failures);
    }

    /** Objections end as they were settled, in their order. */
    private void objections(CaseScript script, Failures failures) {
        List<Step> ended = walks.steps(script.caseNo()).stream()
                .filter(step -> step.diagram().equals(PublicityProcess.OBJECTION_KEY)
                        && OF_OBJECTIONS.containsKey(step.element()))
                .toList();
        List<String> settled = world.trail(script.caseNo()).stream()
                .filter(entry -> entry.act().equals(Norms.OBJECTION_CLOSED))
                .map(entry -> entry.details())
                .toList();
        for (int i = 0; i < ended.size() && i < settled.size(); i++) {
            Step step = ended.get(i);
            if (!settled.get(i).contains("\"" + OF_OBJECTIONS.get(step.element()) + "\"")) {
                tell(step, "异议却不是这样办结的", failures);
            }
        }
    }

    private static void tell(Step step, String what, Failures failures) {
        failures.add(step.diagram(), step.element(), "流程走到“%s”,%s".formatted(step.name(), what), "检查通向这个结束事件的条件与连线");
    }
}
