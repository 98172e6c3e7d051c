package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.EvaluationStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** Every figure of random histories, also while only a part of them is counted, against a recomputation by hand. */
@Tag("database")
class FigurePropertiesTest {

    private static final List<String> ROUNDS = List.of("2026-01", "2026-02");
    private static final List<String> AREAS = List.of("210100", "210200", "SFQ000");
    private static final List<String> FIELDS = List.of("高端装备", "新材料");
    private static final List<String> OFFICES = List.of("science-210100", "division-S1");
    // across the Spring Festival and its make-up Saturdays
    private static final Instant BEGIN = instant("2026-01-20T08:00");
    private static final Instant NOW = instant("2026-03-05T11:17");

    private static final MonitoringDatabase database = new MonitoringDatabase();

    private final OfficeHours hours =
            new OfficeHours(new CalendarRepository(Path.of("does-not-exist")), "08:30", "12:00", "13:00", "17:30");
    private final Days days = new Days(hours, Clock.fixed(NOW, OfficialCalendar.ZONE));
    private final FoldMapper foldMapper = database.mapper(FoldMapper.class);
    private final FactMapper facts = database.mapper(FactMapper.class);
    private final RebuildMapper rows = database.mapper(RebuildMapper.class);
    private final FigureMapper figureMapper = database.mapper(FigureMapper.class);
    private final Folding folding = new Folding(foldMapper, hours, database.transactions());
    private final Figures figures = new Figures(new Tallies(foldMapper, hours), figureMapper, days);
    private final Snapshot snapshot = new Snapshot(database.transactions());

    private final List<Passage> passages = new ArrayList<>();
    private final List<TaskFact> tasks = new ArrayList<>();

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(OfficialCalendar.ZONE).toInstant();
    }

    @Property(tries = 40)
    void figuresAgreeWithCountingByHand(@ForAll Random random) {
        database.sql().update("DELETE FROM stage_summary");
        database.sql().update("DELETE FROM task_fact");
        database.sql().update("DELETE FROM stage_passage");
        passages.clear();
        tasks.clear();
        invent(random);
        write(random);

        Filter filter = Filter.of(
                pick(random, ROUNDS),
                pick(random, AREAS),
                pick(random, FIELDS),
                random.nextInt(3) == 0 ? OFFICES.get(0) : null);
        for (Filter one : List.of(filter, filter.withDepartment(Filter.ALL), Filter.NONE)) {
            List<Figures.Counted> counted = snapshot.read(() -> figures.stages(one));
            for (EvaluationStage stage : EvaluationStage.values()) {
                check(counted.get(stage.ordinal()), one, stage.code());
            }
        }
        compare(
                "AREA",
                AREAS.stream()
                        .map(a -> new Figures.Part(a, a, Filter.NONE.withArea(a)))
                        .toList());
        compare(
                "FIELD",
                FIELDS.stream()
                        .map(f -> new Figures.Part(f, f, Filter.NONE.withField(f)))
                        .toList());
        compare(
                "ROUND",
                ROUNDS.stream()
                        .map(r -> new Figures.Part(r, r, Filter.NONE.withRound(r)))
                        .toList());
        compare(
                "DEPARTMENT",
                OFFICES.stream()
                        .map(o -> new Figures.Part(o, o, Filter.NONE.withDepartment(o)))
                        .toList());
    }

    private void compare(String by, List<Figures.Part> parts) {
        String stage = EvaluationStage.PRELIMINARY_REVIEW.code();
        List<Figures.Counted> counted = snapshot.read(() -> figures.parts(Filter.NONE, stage, by, parts));
        for (int i = 0; i < parts.size(); i++) {
            check(counted.get(i), parts.get(i).filter(), stage);
        }
    }

    private static @Nullable String pick(Random random, List<String> from) {
        return random.nextBoolean() ? null : from.get(random.nextInt(from.size()));
    }

    // --- a history ---------------------------------------------------------------------------------------------

    private void invent(Random random) {
        int cases = 1 + random.nextInt(12);
        for (int n = 0; n < cases; n++) {
            String round = ROUNDS.get(random.nextInt(2));
            String area = AREAS.get(random.nextInt(3));
            String field = FIELDS.get(random.nextInt(2));
            String caseNo = round + "-%04d".formatted(n);
            long at = BEGIN.plus(Duration.ofMinutes(random.nextInt(20_000))).toEpochMilli();
            int stage = 0;
            Map<Integer, Integer> visits = new HashMap<>();
            for (int step = 0; step < 12 && at < NOW.toEpochMilli(); step++) {
                long left = at + 60_000L * random.nextInt(random.nextInt(10) == 0 ? 30_000 : 5_000);
                boolean open = left >= NOW.toEpochMilli();
                int next = random.nextInt(5) == 0 ? random.nextInt(stage + 1) : stage + 1;
                Outcome outcome = open
                        ? Outcome.OPEN
                        : random.nextInt(15) == 0
                                ? List.of(Outcome.WITHDRAWN, Outcome.REJECTED, Outcome.LEFT)
                                        .get(random.nextInt(3))
                                : next > 5 ? Outcome.RELEASED : next > stage ? Outcome.FORWARD : Outcome.BACK;
                String code = EvaluationStage.values()[stage].code();
                int visit = visits.merge(stage, 1, Integer::sum);
                passages.add(new Passage(
                        "p" + n + "-" + step,
                        caseNo,
                        round,
                        area,
                        field,
                        "d",
                        "i" + n,
                        "a",
                        code,
                        visit,
                        at,
                        open ? null : left,
                        wm(at),
                        open ? null : wm(left),
                        outcome,
                        1,
                        0));
                for (int t = 0; t < random.nextInt(4); t++) {
                    task(
                            random,
                            "t" + n + "-" + step + "-" + t,
                            caseNo,
                            caseNo,
                            round,
                            area,
                            field,
                            code,
                            at,
                            open ? null : left,
                            visit);
                }
                if (open || outcome == Outcome.WITHDRAWN || outcome == Outcome.REJECTED || next > 5) {
                    break;
                }
                stage = next;
                at = left;
            }
        }
        if (random.nextBoolean()) {
            // one that a whole round waits for
            task(
                    random,
                    "round",
                    ROUNDS.get(0),
                    null,
                    ROUNDS.get(0),
                    "210000",
                    "",
                    EvaluationStage.DELIBERATION.code(),
                    BEGIN.toEpochMilli(),
                    null,
                    1);
        }
    }

    private void task(
            Random random,
            String id,
            String key,
            @Nullable String caseNo,
            String round,
            String area,
            String field,
            String stage,
            long from,
            @Nullable Long until,
            int visit) {
        long end = until == null ? NOW.toEpochMilli() : until;
        long entered = from + (long) (random.nextDouble() * (end - from));
        boolean open = until == null && (caseNo == null || random.nextBoolean());
        long left = entered + (long) (random.nextDouble() * (end - entered));
        Outcome outcome = open
                ? Outcome.OPEN
                : List.of(Outcome.COMPLETED, Outcome.COMPLETED, Outcome.RETURNED, Outcome.CANCELLED)
                        .get(random.nextInt(4));
        Long taken =
                random.nextBoolean() ? Long.valueOf(entered + (long) (random.nextDouble() * (left - entered))) : null;
        if (taken == null && !open && outcome != Outcome.CANCELLED) {
            taken = left;
        }
        long due = entered + 60_000L * random.nextInt(30_000);
        tasks.add(new TaskFact(
                id,
                key,
                caseNo,
                round,
                area,
                field,
                "process",
                "d",
                "i",
                stage,
                "task",
                "x",
                null,
                visit,
                OFFICES.get(random.nextInt(2)),
                null,
                0,
                null,
                null,
                entered,
                taken,
                open ? null : left,
                due,
                wm(entered),
                taken == null ? null : wm(taken),
                open ? null : wm(left),
                outcome,
                null,
                1,
                0));
    }

    private long wm(long at) {
        return hours.minuteOf(Instant.ofEpochMilli(at));
    }

    /** In three steps, between which all or a part is counted: what is open then may have left at the end. */
    private void write(Random random) {
        long middle = BEGIN.plus(Duration.ofDays(random.nextInt(45))).toEpochMilli();
        List<Passage> walked = passages.stream()
                .map(p -> p.leftAt() != null && p.leftAt() > middle ? open(p) : p)
                .toList();
        rows.insertPassages(walked);
        List<TaskFact> worked = tasks.stream()
                .map(t -> t.leftAt() != null && t.leftAt() > middle ? open(t) : t)
                .toList();
        if (!worked.isEmpty()) {
            rows.insertTasks(worked);
        }
        fold(random);
        for (Passage p : passages) {
            if (p.leftAt() != null && p.leftAt() > middle) {
                facts.leave(p.passageId(), p.leftAt(), Objects.requireNonNull(p.leftWm()), p.outcome());
            }
        }
        fold(random);
        for (TaskFact t : tasks) {
            if (t.leftAt() != null && t.leftAt() > middle) {
                facts.end(
                        t.taskId(),
                        null,
                        t.dueAt(),
                        t.takenAt(),
                        t.takenWm(),
                        t.leftAt(),
                        Objects.requireNonNull(t.leftWm()),
                        t.outcome(),
                        null);
            }
        }
        fold(random);
    }

    private void fold(Random random) {
        if (random.nextBoolean()) {
            folding.foldAll();
        }
    }

    private static Passage open(Passage p) {
        return new Passage(
                p.passageId(),
                p.caseNo(),
                p.roundNo(),
                p.area(),
                p.field(),
                "d",
                p.processInstanceId(),
                "a",
                p.stage(),
                p.visit(),
                p.enteredAt(),
                null,
                p.enteredWm(),
                null,
                Outcome.OPEN,
                1,
                0);
    }

    private static TaskFact open(TaskFact t) {
        return new TaskFact(
                t.taskId(),
                t.businessKey(),
                t.caseNo(),
                t.roundNo(),
                t.area(),
                t.field(),
                t.definitionKey(),
                t.definitionId(),
                t.processInstanceId(),
                t.stage(),
                t.taskKey(),
                t.instanceKey(),
                t.elementNo(),
                t.visit(),
                t.department(),
                t.organisation(),
                t.expert(),
                null,
                null,
                t.enteredAt(),
                null,
                null,
                t.dueAt(),
                t.enteredWm(),
                null,
                null,
                Outcome.OPEN,
                null,
                1,
                0);
    }

    // --- by hand ------------------------------------------------------------------------------------------------

    private record Item(
            String caseNo,
            String round,
            int visit,
            long enteredAt,
            @Nullable Long leftAt,
            Outcome outcome,
            @Nullable Long takenAt) {}

    private void check(Figures.Counted counted, Filter filter, String stage) {
        boolean ofCases = Figures.countsCases(filter);
        List<Item> items = ofCases
                ? passages.stream()
                        .filter(p -> p.stage().equals(stage) && fits(filter, p.roundNo(), p.area(), p.field()))
                        .map(p -> new Item(
                                p.caseNo(), p.roundNo(), p.visit(), p.enteredAt(), p.leftAt(), p.outcome(), null))
                        .toList()
                : ofDepartment(filter, stage).stream()
                        .map(t -> new Item(
                                t.businessKey(),
                                t.roundNo(),
                                t.visit(),
                                t.enteredAt(),
                                t.leftAt(),
                                t.outcome(),
                                t.takenAt()))
                        .toList();
        StageFigures is = counted.figures();
        assertThat(is.in()).isEqualTo(items.stream().filter(i -> i.visit() == 1).count());
        assertThat(is.again())
                .isEqualTo(items.stream().filter(i -> i.visit() > 1).count());
        List<Item> open = items.stream().filter(i -> i.leftAt() == null).toList();
        assertThat(is.waiting()).isEqualTo(open.size());
        Set<Outcome> out = Set.of(Outcome.FORWARD, Outcome.RELEASED, Outcome.LEFT, Outcome.COMPLETED);
        Set<Outcome> back = Set.of(Outcome.BACK, Outcome.RETURNED);
        assertThat(is.out())
                .isEqualTo(items.stream().filter(i -> out.contains(i.outcome())).count());
        assertThat(is.back())
                .isEqualTo(
                        items.stream().filter(i -> back.contains(i.outcome())).count());
        assertThat(is.in() + is.again()).isEqualTo(is.waiting() + is.out() + is.back() + is.ended());
        List<BigDecimal> spent = items.stream()
                .filter(i -> i.leftAt() != null
                        && !Set.of(Outcome.WITHDRAWN, Outcome.CANCELLED).contains(i.outcome()))
                .map(i -> minutes(i.enteredAt(), Objects.requireNonNull(i.leftAt())))
                .sorted()
                .toList();
        assertThat(is.median()).isEqualTo(rank(spent, 0.5));
        assertThat(is.p90()).isEqualTo(rank(spent, 0.9));
        assertThat(is.oldest())
                .isEqualTo(open.stream()
                        .map(i -> minutes(i.enteredAt(), NOW.toEpochMilli()))
                        .max(BigDecimal::compareTo)
                        .map(FigurePropertiesTest::inDays)
                        .orElse(null));
        assertThat(is.overdue()).isEqualTo(overdue(filter, stage, ofCases, open));
        BigDecimal elapsed = items.stream()
                .map(i -> minutes(i.enteredAt(), i.leftAt() == null ? NOW.toEpochMilli() : i.leftAt()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(BigDecimal.valueOf(counted.tally().elapsed(days.nowWm()))).isEqualByComparingTo(elapsed);
        if (!ofCases) {
            BigDecimal waited = items.stream()
                    .filter(i -> i.leftAt() != null)
                    .map(i -> minutes(i.enteredAt(), i.takenAt() == null ? i.leftAt() : i.takenAt()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(BigDecimal.valueOf(counted.tally().waited)).isEqualByComparingTo(waited);
        }
        Map<Integer, List<Long>> byDay = new TreeMap<>();
        for (Item item : items) {
            byDay.merge(day(item.enteredAt()), List.of(1L, 0L), FigurePropertiesTest::sum);
            if (item.leftAt() != null) {
                byDay.merge(day(item.leftAt()), List.of(0L, 1L), FigurePropertiesTest::sum);
            }
        }
        Map<Integer, List<Long>> isByDay = new TreeMap<>();
        counted.tally().days.forEach((day, flow) -> isByDay.put(day, List.of(flow.in, flow.out)));
        assertThat(isByDay).isEqualTo(byDay);
    }

    private long overdue(Filter filter, String stage, boolean ofCases, List<Item> open) {
        if (!ofCases) {
            return ofDepartment(filter, stage).stream()
                    .filter(t -> t.leftAt() == null && Objects.requireNonNull(t.dueAt()) <= NOW.toEpochMilli())
                    .count();
        }
        Set<String> late = new HashSet<>();
        tasks.stream()
                .filter(t -> t.leftAt() == null
                        && t.stage().equals(stage)
                        && Objects.requireNonNull(t.dueAt()) <= NOW.toEpochMilli())
                .forEach(t -> late.add(t.businessKey()));
        return open.stream()
                .filter(i -> late.contains(i.caseNo()) || late.contains(i.round()))
                .count();
    }

    private List<TaskFact> ofDepartment(Filter filter, String stage) {
        return tasks.stream()
                .filter(t -> t.stage().equals(stage)
                        && fits(filter, t.roundNo(), t.area(), t.field())
                        && t.department().equals(filter.department()))
                .toList();
    }

    private static boolean fits(Filter filter, String round, String area, String field) {
        return Stream.of(List.of(filter.round(), round), List.of(filter.area(), area), List.of(filter.field(), field))
                .allMatch(pair -> pair.get(0).equals(Filter.ALL) || pair.get(0).equals(pair.get(1)));
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
    }

    private static int day(long at) {
        return (int) Instant.ofEpochMilli(at)
                .atZone(OfficialCalendar.ZONE)
                .toLocalDate()
                .toEpochDay();
    }

    private static @Nullable BigDecimal rank(List<BigDecimal> sorted, double p) {
        return sorted.isEmpty() ? null : inDays(sorted.get((int) Math.ceil(p * sorted.size() - 1e-9) - 1));
    }

    private static BigDecimal inDays(BigDecimal minutes) {
        return minutes.divide(BigDecimal.valueOf(480), 1, RoundingMode.HALF_UP);
    }

    /** Office minutes, minute by minute of the two days at the ends and day by day between; nothing of OfficeHours. */
    private static BigDecimal minutes(long from, long to) {
        return BigDecimal.valueOf(minuteOf(to) - minuteOf(from));
    }

    private static long minuteOf(long at) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), OfficialCalendar.ZONE);
        long minutes = 0;
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(time.toLocalDate()); day = day.plusDays(1)) {
            minutes += works(day) ? 480 : 0;
        }
        if (works(time.toLocalDate())) {
            int now = time.getHour() * 60 + time.getMinute();
            minutes += Math.max(0, Math.min(now, 720) - 510) + Math.max(0, Math.min(now, 1050) - 780);
        }
        return minutes;
    }

    /** The notice of the State Council for the Spring Festival 2026: off from 15 to 23 February, at work on 14 and 28. */
    private static boolean works(LocalDate day) {
        if (day.equals(LocalDate.of(2026, 2, 14)) || day.equals(LocalDate.of(2026, 2, 28))) {
            return true;
        }
        boolean festival = !day.isBefore(LocalDate.of(2026, 2, 15)) && !day.isAfter(LocalDate.of(2026, 2, 23));
        return !festival && day.getDayOfWeek().getValue() <= 5 || day.equals(LocalDate.of(2026, 1, 4));
    }
}
