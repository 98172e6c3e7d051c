package cn.lianping.round;

import java.util.Collection;

/** What a round does next, by where its cases stand. */
public enum NextStep {
    DELIBERATE,
    PUBLICISE,
    RELEASE,
    AWAIT_OBJECTION,
    FINISH;

    /**
     * By default the release waits for every case; where the policy lets an objection hold its own case only, what is
     * free is released first.
     */
    static NextStep of(Collection<CaseStatus> statuses, boolean holdsCaseOnly) {
        boolean releasable = statuses.contains(CaseStatus.NOTICE_ENDED);
        if (holdsCaseOnly && releasable) {
            return RELEASE;
        }
        if (statuses.stream().anyMatch(CaseStatus::undecided)) {
            return DELIBERATE;
        }
        if (statuses.contains(CaseStatus.CONFIRMED)) {
            return PUBLICISE;
        }
        if (statuses.contains(CaseStatus.NOTICED)) {
            return AWAIT_OBJECTION;
        }
        return releasable ? RELEASE : FINISH;
    }
}
