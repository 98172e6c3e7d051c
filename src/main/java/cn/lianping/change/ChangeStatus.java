package cn.lianping.change;

/** How far a change (修改方案) has come. */
public enum ChangeStatus {
    DRAFT("起草中"),
    PROPOSED("待确认"),
    SCHEDULED("待生效"),
    IN_FORCE("已生效"),
    DISCARDED("已作废"),
    FAILED("未能生效");

    private final String chinese;

    ChangeStatus(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** Whether nothing more becomes of it. */
    boolean closed() {
        return this == IN_FORCE || this == DISCARDED;
    }
}
