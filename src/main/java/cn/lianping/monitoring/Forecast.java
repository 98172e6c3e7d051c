package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On which day each stage of a round will be over, by playing its rest many times, see {@link Course}. */
@Component
class Forecast {

    static final String METHOD = "预测方法:从本批次和此前最多三个批次已发生的各环节时长(工作时间,在办的按已等待时长计入)估计每个环节还要多久,"
            + "各地区快慢分别估计,按退回比例计入返工;把在办案卷的余下过程模拟数百至数千次,"
            + "每次各案卷分别走完前三个环节,最后一件到齐后再进入党组会审议、公示和联合发布。"
            + "50% 日和 90% 日指有一半、九成的模拟在该日或之前结束。历史不足时以政策规定的办理期限代替。"
            + "只计已申报的联盟;计划日由批次截止日加政策规定的各项办理期限推算。";

    private static final int ROUNDS_BEFORE = 3;
    private static final int MOST_PLAYS = 2000;
    private static final int FEWEST_PLAYS = 200;
    private static final int CASES_PLAYED = 2_000_000;

    private final ForecastMapper mapper;
    private final PlanOfRound plan;
    private final Rounds rounds;
    private final OfficeHours hours;
    private final Clock clock;

    Forecast(ForecastMapper mapper, PlanOfRound plan, Rounds rounds, OfficeHours hours, Clock clock) {
        this.mapper = mapper;
        this.plan = plan;
        this.rounds = rounds;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * A stage.
     *
     * @param plan last day by the plan
     * @param done whether nothing can come to it any more; both days are then the day it ended
     * @param late whether the 90 % day is after the plan
     * @param waiting cases that are in it now
     */
    record Stage(
            String stage,
            String name,
            LocalDate plan,
            boolean done,
            LocalDate p50,
            LocalDate p90,
            boolean late,
            long waiting) {}

    /** The forecast of a round; the warning is null where the plan holds. */
    record View(
            String round,
            Instant at,
            String method,
            int runs,
            List<Stage> stages,
            @Nullable String warning) {}

    /**
     * The forecast.
     *
     * @param areas the areas to which the person is confined: then only their cases and the stages before the deliberation
     * @throws Refusal when there is no such round, or nothing in it to forecast
     */
    View of(String roundNo, List<String> areas) {
        Round round = rounds.require(roundNo);
        List<String> learntFrom = new ArrayList<>(List.of(roundNo));
        rounds.all().stream()
                .filter(one -> one.opensOn().isBefore(round.opensOn()))
                .sorted(Comparator.comparing(Round::opensOn).reversed())
                .limit(ROUNDS_BEFORE)
                .forEach(one -> learntFrom.add(one.roundNo()));
        List<ForecastMapper.Seen> seen = mapper.seen(learntFrom).stream()
                .filter(one -> areas.isEmpty() || !one.roundNo().equals(roundNo) || areas.contains(one.area()))
                .toList();
        if (seen.stream().noneMatch(one -> one.roundNo().equals(roundNo))) {
            throw Refusal.conflict("批次 " + roundNo + " 还没有案卷,不能预测;联盟申报后再来查看");
        }
        double now = hours.minuteOf(clock.instant());
        double[] planned = Stream.of(EvaluationStage.values())
                .mapToDouble(stage -> (double) plan.workingDays(roundNo, stage) * hours.minutesOfDay())
                .toArray();
        return view(round, new Learnt(roundNo, seen, now, planned), now, areas.isEmpty());
    }

    private View view(Round round, Learnt learnt, double now, boolean whole) {
        List<Course.Open> open = learnt.open();
        List<WaitingTimes> first = learnt.first();
        Course.Known known = new Course.Known(
                now,
                hours.minuteOf(OfficialCalendar.endOfDay(round.closesOn())),
                open,
                first,
                learnt.again(first),
                learnt.returns(),
                learnt.acts((double) plan.publicityDays(round.roundNo()) * hours.minutesOfDay()),
                learnt.reached());
        int runs = Math.max(FEWEST_PLAYS, Math.min(MOST_PLAYS, CASES_PLAYED / Math.max(1, open.size())));
        // the same round at the same moment has the same forecast
        double[][] ends = new Course(known, new SplittableRandom(round.roundNo().hashCode())).play(runs);
        Double[] left = learnt.left();
        List<Stage> stages = new ArrayList<>();
        for (EvaluationStage stage : EvaluationStage.values()) {
            if (whole || stage.ordinal() < Course.OWN) {
                stages.add(stage(round, stage, open, ends[stage.ordinal()], left[stage.ordinal()]));
            }
        }
        return new View(round.roundNo(), clock.instant(), METHOD, runs, stages, warning(stages));
    }

    private Stage stage(
            Round round, EvaluationStage stage, List<Course.Open> open, double[] ends, @Nullable Double left) {
        long waiting =
                open.stream().filter(one -> one.stage() == stage.ordinal()).count();
        Double ended = open.stream().noneMatch(one -> one.stage() <= stage.ordinal()) ? left : null;
        LocalDate p50 = day(ended != null ? ended : ends[rank(50, ends.length)]);
        LocalDate p90 = day(ended != null ? ended : ends[rank(90, ends.length)]);
        LocalDate last = plan.lastDay(round.roundNo(), stage);
        return new Stage(stage.code(), stage.chinese(), last, ended != null, p50, p90, p90.isAfter(last), waiting);
    }

    private static int rank(int percent, int of) {
        return (int) Math.ceil(percent / 100.0 * of) - 1;
    }

    private LocalDate day(double place) {
        return hours.dayOf((long) Math.ceil(place));
    }

    private static @Nullable String warning(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.late() && !stage.done())
                .findFirst()
                .map(stage -> "按目前的速度,“%s”有九成把握结束的日子是 %s,晚于计划 %s%s"
                        .formatted(
                                stage.name(),
                                stage.p90(),
                                stage.plan(),
                                stage.p50().isAfter(stage.plan()) ? ",而且多半会晚" : ""))
                .orElse(null);
    }
}
