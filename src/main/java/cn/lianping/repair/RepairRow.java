package cn.lianping.repair;

import org.jspecify.annotations.Nullable;

/**
 * A repair. Times are epoch milliseconds.
 *
 * @param what the activity instance, the job or the variable
 * @param fromElement where the token stands, for a move
 * @param toElement where it is to go on, for a move
 * @param newValue of the variable
 * @param said what it is, in words
 */
record RepairRow(
        String id,
        String instanceId,
        String caseNo,
        RepairKind kind,
        String what,
        @Nullable String fromElement,
        @Nullable String toElement,
        @Nullable String newValue,
        String said,
        String reason,
        RepairStatus status,
        String proposedBy,
        long proposedAt,
        @Nullable String confirmedBy,
        @Nullable Long confirmedAt,
        @Nullable String refusal) {

    RepairRow done(String by, long at) {
        return with(RepairStatus.DONE, by, at, null);
    }

    RepairRow refused(String by, long at, String why) {
        return with(RepairStatus.REFUSED, by, at, why);
    }

    private RepairRow with(RepairStatus now, String by, long at, @Nullable String why) {
        return new RepairRow(
                id,
                instanceId,
                caseNo,
                kind,
                what,
                fromElement,
                toElement,
                newValue,
                said,
                reason,
                now,
                proposedBy,
                proposedAt,
                by,
                at,
                why);
    }
}
