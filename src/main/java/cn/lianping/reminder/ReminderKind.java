package cn.lianping.reminder;

/** Why a person is told something. */
public enum ReminderKind {
    /** There is something new to do. */
    NEW_TASK("新任务", false, true),
    /** A task is due in a few working days. */
    DUE_SOON("即将到期", true, true),
    /** A task was not done in time. */
    OVERDUE("已逾期", true, true),
    /** A colleague asks for a task to be done now (催办). */
    URGED("催办", true, true),
    /** Somebody sent a copy for information (抄送). */
    COPIED("抄送", false, false),
    /** Something came back to an earlier step (退回). */
    RETURNED("退回", true, false),
    /** The person who acted last took it back (撤回). */
    WITHDRAWN("撤回", false, false),
    /** A task was handed over to the person (转办). */
    TRANSFERRED("转办", false, true),
    /** A task was lent to the person, who gives it back (委派). */
    DELEGATED("委派", false, true),
    /** A lent task came back with an opinion. */
    DELEGATION_RETURNED("委派办回", false, true),
    /** The person was added to those who sign (加签), or taken from them (减签). */
    SIGNERS_CHANGED("加签减签", false, true),
    /** The person acts for somebody who is away (代理), or no longer does. */
    DEPUTY("代理", false, false),
    /** A stage of a round is past the threshold that managers set (预警). */
    ALERT("预警", true, false),
    /** How something ended: a review, a deliberation, a release. */
    RESULT("结果通知", false, false);

    private final String label;
    private final boolean urgent;
    private final boolean endsWithTask;

    ReminderKind(String label, boolean urgent, boolean endsWithTask) {
        this.label = label;
        this.urgent = urgent;
        this.endsWithTask = endsWithTask;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** Whether it is mailed at once; the others wait for the day's digest. */
    public boolean urgent() {
        return urgent;
    }

    /** Whether nothing is left to be told once the task is done, by whomever. */
    boolean endsWithTask() {
        return endsWithTask;
    }
}
