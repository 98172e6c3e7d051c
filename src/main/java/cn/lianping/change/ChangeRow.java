package cn.lianping.change;

import org.jspecify.annotations.Nullable;

/**
 * A change (修改方案). Times are epoch milliseconds.
 *
 * @param area the city whose own measures it changes, null for the province
 * @param effectiveAt from when it is to be in force, null for at once
 * @param contentHash of the files as proposed
 * @param warnings why warnings are accepted, by the warning's key, as JSON
 * @param failure why it could not be put in force at its hour
 */
record ChangeRow(
        String id,
        String title,
        @Nullable String area,
        ChangeStatus status,
        String createdBy,
        long createdAt,
        long updatedAt,
        @Nullable String reason,
        @Nullable Long effectiveAt,
        @Nullable String proposedBy,
        @Nullable Long proposedAt,
        @Nullable String contentHash,
        @Nullable String warnings,
        @Nullable String confirmedBy,
        @Nullable Long confirmedAt,
        @Nullable String refusal,
        @Nullable Long inForceAt,
        @Nullable String failure) {}
