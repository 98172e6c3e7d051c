package cn.lianping.evidence;

import cn.lianping.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may put a file where, and who may read it. Every method speaks of the person who is logged in. */
public interface EvidenceAccess {

    /**
     * The place a file uploaded in this task is put in.
     *
     * @param element number of the element the person chose
     * @return the slot; where it names a member unit, the person can upload for that unit only
     * @throws Refusal when the person may not work this task, or the task takes no such file
     */
    EvidenceSlot slotForTask(String taskId, EvidenceKind kind, @Nullable Integer element);

    /**
     * The files the person may see in this task, with those that were replaced, oldest first.
     *
     * @throws Refusal when the person may not work this task
     */
    List<Evidence> visibleForTask(String taskId);

    /**
     * The files in force of a case that the person may see.
     *
     * @throws Refusal when the case does not concern the person
     */
    List<Evidence> visibleForCase(String caseNo);

    /** Who uploaded the file, as the person who asks may know it. */
    String uploaderOf(Evidence evidence);

    /**
     * Lets a reader of the file pass.
     *
     * @throws Refusal when the person may not read it; not found where it must not be known either
     */
    void requireReadable(Evidence evidence);
}
