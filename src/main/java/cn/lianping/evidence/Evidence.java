package cn.lianping.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A stored file, without its bytes.
 *
 * @param id identity of the file
 * @param scope case number, round number or receipt of an objection
 * @param kind what the file is for
 * @param element number of the element, 1 to 10
 * @param member Unified Social Credit Code of the member unit
 * @param taskId the task in which it was uploaded
 * @param fileName name without path, safe to show and to save under
 * @param contentType media type found in the content, not the one the browser claimed
 * @param size bytes
 * @param sha256 of the bytes, lower-case hex
 * @param uploadedBy user id
 * @param uploadedAt epoch milliseconds
 * @param replacedBy id of the newer file that took its place
 */
public record Evidence(
        String id,
        String scope,
        EvidenceKind kind,
        @Nullable Integer element,
        @Nullable String member,
        @Nullable String taskId,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String uploadedBy,
        long uploadedAt,
        @Nullable String replacedBy) {}
