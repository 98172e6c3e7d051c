package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads tallies: what is folded, and the few facts that are not yet. Call it in a transaction that sees one state of the
 * database (repeatable read), or what is just being folded counts twice or not at all.
 */
@Component
class Tallies {

    private static final int CHUNK = 500;

    /** More are not left by a folding that runs; if it does not, the figures lag rather than the database suffers. */
    private static final int MOST_PENDING = 20_000;

    private final FoldMapper mapper;
    private final OfficeHours hours;

    Tallies(FoldMapper mapper, OfficeHours hours) {
        this.mapper = mapper;
        this.hours = hours;
    }

    /** The tallies of these keys; one that nothing counts in is empty. */
    Map<SummaryKey, Tally> of(Collection<SummaryKey> keys) {
        Map<SummaryKey, Tally> found = new HashMap<>();
        Map<String, SummaryKey> byId = new HashMap<>();
        for (SummaryKey key : keys) {
            found.put(key, new Tally());
            byId.put(key.id(), key);
        }
        List<String> ids = List.copyOf(byId.keySet());
        for (int from = 0; from < ids.size(); from += CHUNK) {
            for (FoldMapper.Summary row : mapper.summaries(ids.subList(from, Math.min(from + CHUNK, ids.size())))) {
                found.put(java.util.Objects.requireNonNull(byId.get(row.id())), Tally.parse(row.tally()));
            }
        }
        Contributions.toSome(found, hours.minutesOfDay())
                .add(mapper.pendingPassages(MOST_PENDING, true), mapper.pendingTasks(MOST_PENDING));
        return found;
    }
}
