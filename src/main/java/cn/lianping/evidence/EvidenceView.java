package cn.lianping.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as JSON.
 *
 * @param uploadedAt ISO 8601, UTC
 */
record EvidenceView(
        String id,
        EvidenceKind kind,
        @Nullable Integer element,
        @Nullable String member,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String uploadedBy,
        String uploadedAt) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence.id(),
                evidence.kind(),
                evidence.element(),
                evidence.member(),
                evidence.fileName(),
                evidence.contentType(),
                evidence.size(),
                evidence.sha256(),
                evidence.uploadedBy(),
                Instant.ofEpochMilli(evidence.uploadedAt()).toString());
    }
}
