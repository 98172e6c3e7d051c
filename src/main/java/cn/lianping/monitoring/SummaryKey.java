package cn.lianping.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Of what a tally is: of a stage, a node of a diagram or an element, within a combination of filters.
 *
 * @param node code of the stage, {@link TaskFact#node}, or number of the element
 * @param filter {@link Filter#ALL} for a filter that is not set
 */
record SummaryKey(Kind kind, String node, Filter filter) {

    /** What is counted. */
    enum Kind {
        /** Cases in a stage. */
        STAGE,
        /** Tasks of a stage. */
        WORK,
        /** Tasks of a node of a diagram. */
        NODE,
        /** Tasks about one of the ten elements. */
        ELEMENT
    }

    /** Every summary that a passage counts in: a stage's, with each filter set or not. */
    static List<SummaryKey> of(Passage passage) {
        List<SummaryKey> keys = new ArrayList<>();
        for (Filter filter : Filter.combinations(passage.roundNo(), passage.area(), passage.field(), Filter.ALL)) {
            keys.add(new SummaryKey(Kind.STAGE, passage.stage(), filter));
        }
        return keys;
    }

    /** Every summary that a task counts in. */
    static List<SummaryKey> of(TaskFact fact) {
        List<SummaryKey> keys = new ArrayList<>();
        for (Filter filter : Filter.combinations(fact.roundNo(), fact.area(), fact.field(), fact.department())) {
            keys.add(new SummaryKey(Kind.WORK, fact.stage(), filter));
            // a node of a diagram belongs to one kind of office anyway
            if (filter.department().equals(Filter.ALL)) {
                keys.add(new SummaryKey(Kind.NODE, fact.node(), filter));
                if (fact.elementNo() != null) {
                    keys.add(new SummaryKey(Kind.ELEMENT, fact.elementNo().toString(), filter));
                }
            }
        }
        return keys;
    }

    /** For people who look into the table. */
    String scope() {
        return String.join("|", kind.name(), node, filter.round(), filter.area(), filter.field(), filter.department());
    }

    /** A short name that no collation of a database can mix up with another one's. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(scope().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
