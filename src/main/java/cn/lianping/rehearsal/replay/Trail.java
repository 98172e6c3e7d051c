package cn.lianping.rehearsal.replay;

import cn.lianping.audit.AuditEntry;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.rehearsal.past.RecordedEntry;
import cn.lianping.round.CaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a log says of a case: its way, its score, how long it took. Read from both logs in the same manner. */
record Trail(List<RecordedEntry> entries) {

    private static final Pattern TOTAL = Pattern.compile("\"total\":\"([0-9.]+)\"");

    /** The log of the rehearsed platform. */
    static Trail of(List<AuditEntry> entries) {
        return new Trail(entries.stream()
                .map(entry -> new RecordedEntry(
                        entry.seq(), entry.at(), entry.actor(), entry.act(), entry.subject(), entry.details()))
                .toList());
    }

    /** The steps that people did and where they led, in order. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        for (RecordedEntry entry : entries) {
            if (entry.act().startsWith("办结任务:")) {
                path.add(entry.act().substring("办结任务:".length()));
            } else if (entry.act().equals("状态变更")) {
                path.add("→ " + chinese(entry.subject()));
            }
        }
        return path;
    }

    /** The same as ids, which stay when a step is called otherwise. */
    List<String> keys() {
        return entries.stream()
                .filter(entry -> entry.act().startsWith("办结任务:") || entry.act().equals("状态变更"))
                .map(RecordedEntry::subject)
                .toList();
    }

    /** @throws UnreadableRecordException if it cannot be told what score was given */
    void requireReadable() throws UnreadableRecordException {
        for (RecordedEntry entry : entries) {
            if (entry.act().equals("计算得分") && !TOTAL.matcher(entry.details()).find()) {
                throw new UnreadableRecordException("记录第 %d 条“计算得分”读不出得分,不能重演".formatted(entry.seq()));
            }
        }
    }

    private static String chinese(String status) {
        for (CaseStatus one : CaseStatus.values()) {
            if (one.name().equals(status)) {
                return one.chinese();
            }
        }
        return status;
    }

    /** The last score; null if there was none. */
    @Nullable
    String score() {
        return entries.stream()
                .filter(entry -> entry.act().equals("计算得分"))
                .reduce((earlier, later) -> later)
                .map(entry -> TOTAL.matcher(entry.details()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse(null);
    }

    /** Working days, to a tenth, from the application to the end of the evaluation; null if it has not ended. */
    @Nullable
    Double workingDays(OfficeHours hours) {
        Optional<RecordedEntry> end = entries.stream()
                .filter(entry -> entry.act().equals("状态变更") && ends(entry.subject()))
                .reduce((earlier, later) -> later);
        if (entries.isEmpty() || end.isEmpty()) {
            return null;
        }
        long minutes = hours.minuteOf(Instant.ofEpochMilli(end.get().at()))
                - hours.minuteOf(Instant.ofEpochMilli(entries.get(0).at()));
        return Math.round(10.0 * minutes / hours.minutesOfDay()) / 10.0;
    }

    private static boolean ends(String status) {
        for (CaseStatus one : CaseStatus.values()) {
            if (one.name().equals(status)) {
                return one.ended();
            }
        }
        return false;
    }

    /** The seed from which the panel was drawn. */
    Optional<String> seed() {
        return entries.stream()
                .filter(entry -> entry.act().equals("抽取专家"))
                .map(entry -> Pattern.compile("\"seed\":\"([^\"]+)\"").matcher(entry.details()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whether somebody moved, corrected or migrated the case past its diagram; then it cannot be done again. */
    boolean wasRepaired() {
        return entries.stream()
                .anyMatch(entry -> entry.act().startsWith("个案修正") || entry.act().startsWith("迁移到流程图"));
    }
}
