package cn.lianping.migration;

import org.jspecify.annotations.Nullable;

/**
 * A migration. Times are epoch milliseconds.
 *
 * @param mapping source element to target element as JSON, where a person chose
 * @param backOf the migration whose cases it leads back
 */
record MigrationRow(
        String id,
        String fromDefinition,
        String toDefinition,
        String mapping,
        String reason,
        MigrationStatus status,
        String proposedBy,
        long proposedAt,
        @Nullable String confirmedBy,
        @Nullable Long confirmedAt,
        @Nullable Long endedAt,
        @Nullable String refusal,
        @Nullable String backOf,
        @Nullable Long triedAt,
        @Nullable Integer triedDone,
        @Nullable Integer triedFailed) {

    MigrationRow tried(long at, int done, int failed) {
        return new MigrationRow(
                id,
                fromDefinition,
                toDefinition,
                mapping,
                reason,
                MigrationStatus.TRIED,
                proposedBy,
                proposedAt,
                null,
                null,
                null,
                null,
                backOf,
                at,
                done,
                failed);
    }

    MigrationRow confirmed(String by, long at) {
        return new MigrationRow(
                id,
                fromDefinition,
                toDefinition,
                mapping,
                reason,
                MigrationStatus.RUNNING,
                proposedBy,
                proposedAt,
                by,
                at,
                null,
                null,
                backOf,
                triedAt,
                triedDone,
                triedFailed);
    }

    MigrationRow refused(String why, long at) {
        return new MigrationRow(
                id,
                fromDefinition,
                toDefinition,
                mapping,
                reason,
                MigrationStatus.REFUSED,
                proposedBy,
                proposedAt,
                confirmedBy,
                confirmedAt,
                at,
                why,
                backOf,
                triedAt,
                triedDone,
                triedFailed);
    }

    MigrationRow ended(long at) {
        return new MigrationRow(
                id,
                fromDefinition,
                toDefinition,
                mapping,
                reason,
                MigrationStatus.DONE,
                proposedBy,
                proposedAt,
                confirmedBy,
                confirmedAt,
                at,
                refusal,
                backOf,
                triedAt,
                triedDone,
                triedFailed);
    }
}
