package cn.lianping.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * One user task: whose case, who holds it, when it came, was taken up, went. Times are epoch milliseconds, whole seconds
 * as the engine's history keeps them; {@code …Wm} are places on the line of office time, see OfficeHours.
 *
 * @param instanceKey tells the tasks of one kind apart: element, office or person; the visit is counted by it
 * @param visit 1, and one more each time the same has to be done again
 * @param department the office it is offered to; {@value #ORGANISATION} and {@value #EXPERT} stand for all of these
 * @param takenAt when somebody took it up, or its completion if nobody did; null while it waits
 * @param pending whether it is to be folded into the summaries
 * @param folded 0: not at all, 1: that it came, 2: that it went
 */
record TaskFact(
        String taskId,
        String businessKey,
        @Nullable String caseNo,
        String roundNo,
        String area,
        String field,
        String definitionKey,
        String definitionId,
        String processInstanceId,
        String stage,
        String taskKey,
        String instanceKey,
        @Nullable Integer elementNo,
        int visit,
        String department,
        @Nullable String organisation,
        int expert,
        @Nullable String holderUser,
        @Nullable String holderGroup,
        long enteredAt,
        @Nullable Long takenAt,
        @Nullable Long leftAt,
        @Nullable Long dueAt,
        long enteredWm,
        @Nullable Long takenWm,
        @Nullable Long leftWm,
        Outcome outcome,
        @Nullable String decision,
        int pending,
        int folded) {

    /** Department of every member unit of an alliance. */
    static final String ORGANISATION = "organisation";

    /** Department of every expert. */
    static final String EXPERT = "expert";

    /** The node of the diagram. */
    String node() {
        return definitionKey + "/" + taskKey;
    }
}
