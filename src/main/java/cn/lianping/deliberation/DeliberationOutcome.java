package cn.lianping.deliberation;

import cn.lianping.round.CaseStatus;

/** What the party group may decide on a case (article 6.4). There is none that changes a score. */
public enum DeliberationOutcome {
    CONFIRM("确认", CaseStatus.CONFIRMED),
    DEFER("暂缓,转入下一批次", CaseStatus.DEFERRED),
    REJECT("否决", CaseStatus.REJECTED_BY_DELIBERATION),
    RETURN_SELF_EVALUATION("退回联盟自评", CaseStatus.SELF_EVALUATION),
    RETURN_PRELIMINARY_REVIEW("退回初审复核", CaseStatus.PRELIMINARY_REVIEW),
    RETURN_COMPREHENSIVE_EVALUATION("退回综合评价", CaseStatus.COMPREHENSIVE_EVALUATION);

    private final String chinese;
    private final CaseStatus leadsTo;

    DeliberationOutcome(String chinese, CaseStatus leadsTo) {
        this.chinese = chinese;
        this.leadsTo = leadsTo;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** Where the case stands afterwards. */
    public CaseStatus leadsTo() {
        return leadsTo;
    }

    /** Whether the minutes must say why. */
    public boolean needsReason() {
        return this != CONFIRM;
    }
}
