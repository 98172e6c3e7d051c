package cn.lianping.casefile;

import cn.lianping.preliminaryreview.Recommendation;
import cn.lianping.preliminaryreview.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case on one page, as far as the reader may see it.
 *
 * @param status as people read it
 * @param note what the case waits for; for the office alone
 * @param elements the ten elements as {@link cn.lianping.round.CaseFile} gives them
 * @param statements what the preliminary review said
 * @param recommendation null before it, and for applicants
 * @param score null before it, and for applicants and reviewers
 * @param panel the seats with experts; for the office alone
 * @param onRequest documents that are made when they are asked for
 */
record CaseView(
        String caseNo,
        String round,
        String alliance,
        String field,
        String area,
        String filingNo,
        String status,
        @Nullable String note,
        List<Member> members,
        String sealProgress,
        List<Map<String, Object>> elements,
        List<Statement> statements,
        @Nullable Recommendation recommendation,
        @Nullable Points score,
        List<PanelSeat> panel,
        List<Paper> documents,
        List<Offer> onRequest) {

    /** A member unit. */
    record Member(String name, String kind, boolean lead) {}

    /** Means with four places and the total, as decimal texts. */
    record Points(String divisionMean, String expertMean, String total) {}

    /** A seat of the panel; the expert is empty while it is vacant. */
    record PanelSeat(int seat, String expert, String unit) {}

    /**
     * A document that is made when it is asked for.
     *
     * @param path below the platform's own interface
     */
    record Offer(String path, String title) {}

    /** A document that the platform produced. */
    record Paper(String id, String title, int version) {}
}
