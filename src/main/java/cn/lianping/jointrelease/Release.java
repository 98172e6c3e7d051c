package cn.lianping.jointrelease;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release document of a round; a round has more than one when held cases follow.
 *
 * @param seq 1 for the first of its round
 * @param draftNo how often it was drafted; signatures belong to one draft
 * @param status {@link #DRAFTED} or {@link #PUBLISHED}
 * @param documentNo unique among all releases
 * @param documentId the PDF, once published
 */
public record Release(
        String releaseId,
        String roundNo,
        int seq,
        int draftNo,
        String status,
        String documentNo,
        String title,
        String body,
        String draftedBy,
        @Nullable LocalDate publishedOn,
        @Nullable Long publishedAt,
        @Nullable String documentId) {

    /** On its way through the signatures. */
    public static final String DRAFTED = "DRAFTED";

    /** On the public page. */
    public static final String PUBLISHED = "PUBLISHED";
}
