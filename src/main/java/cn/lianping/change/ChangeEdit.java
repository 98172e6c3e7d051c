package cn.lianping.change;

import org.jspecify.annotations.Nullable;

/** The next state of a change: each method is one step that a change can take. */
record ChangeEdit(ChangeRow from, long now) {

    static ChangeEdit of(ChangeRow from, long now) {
        return new ChangeEdit(from, now);
    }

    /** A file was saved; what made a change fail is then the past. */
    ChangeRow edited() {
        return open(from.refusal());
    }

    ChangeRow discarded(String reason) {
        return step(ChangeStatus.DISCARDED, reason, from.refusal(), null, null);
    }

    ChangeRow proposed(String reason, @Nullable Long effectiveAt, String by, String hash, String warnings) {
        return new ChangeRow(
                from.id(),
                from.title(),
                from.area(),
                ChangeStatus.PROPOSED,
                from.createdBy(),
                from.createdAt(),
                now,
                reason,
                effectiveAt,
                by,
                now,
                hash,
                warnings,
                null,
                null,
                null,
                null,
                null);
    }

    /** A draft again, for another proposal. */
    ChangeRow open(@Nullable String refusal) {
        return new ChangeRow(
                from.id(),
                from.title(),
                from.area(),
                ChangeStatus.DRAFT,
                from.createdBy(),
                from.createdAt(),
                now,
                from.reason(),
                from.effectiveAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                refusal,
                null,
                null);
    }

    ChangeRow confirmed(String by) {
        return new ChangeRow(
                from.id(),
                from.title(),
                from.area(),
                ChangeStatus.SCHEDULED,
                from.createdBy(),
                from.createdAt(),
                now,
                from.reason(),
                from.effectiveAt(),
                from.proposedBy(),
                from.proposedAt(),
                from.contentHash(),
                from.warnings(),
                by,
                now,
                null,
                null,
                null);
    }

    ChangeRow inForce() {
        return step(ChangeStatus.IN_FORCE, from.reason(), null, now, null);
    }

    ChangeRow failed(String failure) {
        return step(ChangeStatus.FAILED, from.reason(), null, null, failure);
    }

    private ChangeRow step(
            ChangeStatus status,
            @Nullable String reason,
            @Nullable String refusal,
            @Nullable Long inForceAt,
            @Nullable String failure) {
        return new ChangeRow(
                from.id(),
                from.title(),
                from.area(),
                status,
                from.createdBy(),
                from.createdAt(),
                now,
                reason,
                from.effectiveAt(),
                from.proposedBy(),
                from.proposedAt(),
                from.contentHash(),
                from.warnings(),
                from.confirmedBy(),
                from.confirmedAt(),
                refusal,
                inForceAt,
                failure);
    }
}
