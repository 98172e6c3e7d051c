package cn.lianping.publicity;

/** How an objection ended. */
public enum ObjectionOutcome {
    DISMISSED("异议不成立"),
    UPHELD("异议成立"),
    REFUSED("不予受理");

    private final String chinese;

    ObjectionOutcome(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }
}
