package cn.lianping.design;

/** How grave it is that a rule is not kept. */
public enum Severity {
    /** The diagram cannot be put in force. */
    ERROR("错误"),
    /** Whoever puts it in force says why. */
    WARNING("提醒");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }
}
