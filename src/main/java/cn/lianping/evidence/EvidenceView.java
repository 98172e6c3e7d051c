package cn.lianping.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as JSON.
 *
 * @param kindName as people read it
 * @param uploadedBy who, as the reader may know it
 * @param uploadedAt ISO 8601, UTC
 * @param replacedBy id of the newer version
 */
record EvidenceView(
        String id,
        EvidenceKind kind,
        String kindName,
        @Nullable Integer element,
        @Nullable String member,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String uploadedBy,
        String uploadedAt,
        @Nullable String replacedBy) {

    static EvidenceView of(Evidence evidence, String uploader) {
        return new EvidenceView(
                evidence.id(),
                evidence.kind(),
                evidence.kind().label(),
                evidence.element(),
                evidence.member(),
                evidence.fileName(),
                evidence.contentType(),
                evidence.size(),
                evidence.sha256(),
                uploader,
                Instant.ofEpochMilli(evidence.uploadedAt()).toString(),
                evidence.replacedBy());
    }
}
