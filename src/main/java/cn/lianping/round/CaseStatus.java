package cn.lianping.round;

/** Where a case stands (article 6), or how it ended. */
public enum CaseStatus {
    SELF_EVALUATION("联盟自评", false),
    PRELIMINARY_REVIEW("初审复核", false),
    COMPREHENSIVE_EVALUATION("综合评价", false),
    AWAITING_DELIBERATION("待党组会审议", false),
    CONFIRMED("审议已确认", false),
    NOTICED("公示中", false),
    NOTICE_ENDED("公示期满", false),
    RELEASED("已发布", true),
    WITHDRAWN("已撤回", true),
    NOT_SUBMITTED("逾期未提交", true),
    REJECTED_BY_PRELIMINARY_REVIEW("初审未通过", true),
    DEFERRED("转入下一批次", true),
    REJECTED_BY_DELIBERATION("审议未通过", true);

    private final String chinese;
    private final boolean ended;

    CaseStatus(String chinese, boolean ended) {
        this.chinese = chinese;
        this.ended = ended;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** Whether the evaluation of the case is over. */
    public boolean ended() {
        return ended;
    }

    /** Whether the party group has still to decide on the case. */
    public boolean undecided() {
        return ordinal() <= AWAITING_DELIBERATION.ordinal();
    }
}
