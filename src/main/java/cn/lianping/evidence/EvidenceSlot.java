package cn.lianping.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The place a file is put in.
 *
 * @param scope case number, round number or receipt of an objection
 * @param kind what the file is for
 * @param element number of the element, 1 to 10, for {@link EvidenceKind#ELEMENT}
 * @param member Unified Social Credit Code of the member unit the file belongs to
 * @param taskId the task in which it is uploaded; none outside a task
 */
public record EvidenceSlot(
        String scope,
        EvidenceKind kind,
        @Nullable Integer element,
        @Nullable String member,
        @Nullable String taskId) {}
