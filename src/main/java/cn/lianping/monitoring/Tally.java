package cn.lianping.monitoring;

import cn.lianping.calendar.OfficialCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of one kind of thing within one combination of filters: cases in a stage, or tasks. Tallies can be added up. */
final class Tally {

    /** What came and went on a day. */
    static final class Day {
        long in;
        long out;
    }

    /** Came for the first time. */
    long first;
    /** Came again: had to be done once more. */
    long again;

    long out;
    long back;
    long ended;
    /** Working minutes of what has left, in all. */
    long minutes;
    /** Of what has left: minutes until it was taken up, and from then on. */
    long waited;

    long worked;
    /** Sum of the places on the line of office time at which those came in that are still there. */
    long openSince;

    final Durations durations = new Durations();
    final TreeMap<Integer, Day> days = new TreeMap<>();

    void enter(boolean forTheFirstTime, long at, long wm) {
        if (forTheFirstTime) {
            first++;
        } else {
            again++;
        }
        openSince += wm;
        day(at).in++;
    }

    /**
     * Something that had come in goes.
     *
     * @param takenWm when it was taken up; null if never
     */
    void leave(Outcome outcome, long at, long enteredWm, @Nullable Long takenWm, long leftWm, int minutesOfDay) {
        switch (outcome.kind()) {
            case OUT, UNKNOWN -> out++;
            case BACK -> back++;
            default -> ended++;
        }
        openSince -= enteredWm;
        long all = leftWm - enteredWm;
        minutes += all;
        long until = takenWm == null ? all : takenWm - enteredWm;
        waited += until;
        worked += all - until;
        if (outcome.kind() != Outcome.Kind.BROKEN) {
            durations.add(Durations.tenths(all, minutesOfDay), 1);
        }
        day(at).out++;
    }

    private Day day(long at) {
        LocalDate date = Instant.ofEpochMilli(at).atZone(OfficialCalendar.ZONE).toLocalDate();
        return days.computeIfAbsent(Math.toIntExact(date.toEpochDay()), day -> new Day());
    }

    void add(Tally other) {
        first += other.first;
        again += other.again;
        out += other.out;
        back += other.back;
        ended += other.ended;
        minutes += other.minutes;
        waited += other.waited;
        worked += other.worked;
        openSince += other.openSince;
        durations.add(other.durations);
        other.days.forEach((number, day) -> {
            Day mine = days.computeIfAbsent(number, key -> new Day());
            mine.in += day.in;
            mine.out += day.out;
        });
    }

    long entered() {
        return first + again;
    }

    long waiting() {
        return entered() - out - back - ended;
    }

    /** Working minutes of all, those that are still there up to now. */
    long elapsed(long nowWm) {
        return minutes + waiting() * nowWm - openSince;
    }

    /** As it is kept. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (long number : new long[] {first, again, out, back, ended, minutes, waited, worked, openSince}) {
            text.append(number).append(' ');
        }
        text.append('|');
        durations
                .counts()
                .forEach((tenths, times) ->
                        text.append(tenths).append(':').append(times).append(' '));
        text.append('|');
        days.forEach((number, day) -> text.append(number)
                .append(':')
                .append(day.in)
                .append(':')
                .append(day.out)
                .append(' '));
        return text.toString();
    }

    /** Reads {@link #text} back. */
    static Tally parse(String text) {
        String[] parts = text.split("\\|", -1);
        String[] numbers = parts[0].strip().split(" ", -1);
        Tally tally = new Tally();
        tally.first = Long.parseLong(numbers[0]);
        tally.again = Long.parseLong(numbers[1]);
        tally.out = Long.parseLong(numbers[2]);
        tally.back = Long.parseLong(numbers[3]);
        tally.ended = Long.parseLong(numbers[4]);
        tally.minutes = Long.parseLong(numbers[5]);
        tally.waited = Long.parseLong(numbers[6]);
        tally.worked = Long.parseLong(numbers[7]);
        tally.openSince = Long.parseLong(numbers[8]);
        words(parts[1]).forEach((key, value) -> tally.durations.add(key, Long.parseLong(value)));
        words(parts[2]).forEach((key, value) -> {
            Day day = new Day();
            day.in = Long.parseLong(value.substring(0, value.indexOf(':')));
            day.out = Long.parseLong(value.substring(value.indexOf(':') + 1));
            tally.days.put(key, day);
        });
        return tally;
    }

    private static Map<Integer, String> words(String text) {
        Map<Integer, String> words = new TreeMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            int colon = text.indexOf(':', from);
            words.put(Integer.valueOf(text.substring(from, colon)), text.substring(colon + 1, end));
            from = end + 1;
        }
        return words;
    }
}
