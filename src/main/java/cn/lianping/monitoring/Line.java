package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the places of all facts on the line of office time right. A year that was loaded or replaced moves them; then every
 * row is put in its place and counted anew.
 */
@Component
class Line {

    private static final int ROWS_AT_ONCE = 1000;

    private final RebuildMapper mapper;
    private final FoldMapper folded;
    private final Folding folding;
    private final OfficeHours hours;
    private final TransactionTemplate transaction;

    Line(
            RebuildMapper mapper,
            FoldMapper folded,
            Folding folding,
            OfficeHours hours,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.folded = folded;
        this.folding = folding;
        this.hours = hours;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does it if the calendar or the office hours are others than those last reckoned with. */
    void follow() {
        String now = hours.fingerprint();
        String before = folded.line();
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            place();
            folding.refold();
        }
        folded.setLine(now);
    }

    /** Puts every row in its place, also those whose history is gone. */
    void place() {
        place(mapper::placesOfTasks, mapper::placeTask);
        place(mapper::placesOfPassages, mapper::placePassage);
    }

    private interface Page {
        List<RebuildMapper.Places> after(String id, int limit);
    }

    private void place(Page page, Consumer<RebuildMapper.Places> write) {
        List<RebuildMapper.Places> rows = page.after("", ROWS_AT_ONCE);
        while (!rows.isEmpty()) {
            List<RebuildMapper.Places> some = rows;
            transaction.executeWithoutResult(status -> some.forEach(row -> {
                RebuildMapper.Places right = placed(row);
                if (!right.equals(row)) {
                    write.accept(right);
                }
            }));
            rows = page.after(rows.get(rows.size() - 1).id(), ROWS_AT_ONCE);
        }
    }

    private RebuildMapper.Places placed(RebuildMapper.Places row) {
        return new RebuildMapper.Places(
                row.id(),
                row.enteredAt(),
                row.takenAt(),
                row.leftAt(),
                wm(row.enteredAt()),
                row.takenAt() == null ? null : Long.valueOf(wm(row.takenAt())),
                row.leftAt() == null ? null : Long.valueOf(wm(row.leftAt())));
    }

    private long wm(long at) {
        return hours.minuteOf(Instant.ofEpochMilli(at));
    }
}
