package cn.lianping.deliberation;

/** Who may read and draft the agenda's decisions. */
public interface AgendaAccess {

    /**
     * The round that the task's deliberation is about.
     *
     * @throws cn.lianping.Refusal when the person logged in may not work this task, or it is no deliberation
     */
    String roundNoOfTask(String taskId);
}
