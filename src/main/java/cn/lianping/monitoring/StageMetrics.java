package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures for monitoring systems. Labels are bounded: six stages, and the areas of the register; never a case, a person
 * or an expert.
 */
@Component
class StageMetrics {

    private final Figures figures;
    private final Options options;
    private final Snapshot snapshot;
    private final MultiGauge waiting;
    private final MultiGauge overdue;
    private final MultiGauge median;
    private final MultiGauge p90;
    private final MultiGauge oldest;

    StageMetrics(Figures figures, Options options, Snapshot snapshot, MeterRegistry registry) {
        this.figures = figures;
        this.options = options;
        this.snapshot = snapshot;
        this.waiting = gauge("lianping.stage.waiting", "cases waiting in a stage", registry);
        this.overdue = gauge("lianping.stage.overdue", "cases waiting in a stage with an overdue task", registry);
        this.median = gauge("lianping.stage.duration.median.days", "median working days in a stage", registry);
        this.p90 = gauge("lianping.stage.duration.p90.days", "90th percentile of working days in a stage", registry);
        this.oldest = gauge("lianping.stage.oldest.days", "working days of the oldest wait in a stage", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** Reads the figures anew; what is scraped in between is what was read last. */
    void refresh() {
        List<MultiGauge.Row<?>> waits = new ArrayList<>();
        List<MultiGauge.Row<?>> late = new ArrayList<>();
        List<MultiGauge.Row<?>> medians = new ArrayList<>();
        List<MultiGauge.Row<?>> p90s = new ArrayList<>();
        List<MultiGauge.Row<?>> oldests = new ArrayList<>();
        snapshot.read(() -> {
            for (Figures.Counted stage : figures.stages(Filter.NONE)) {
                Tags tags = Tags.of("stage", stage.figures().id());
                add(medians, tags, stage.figures().median());
                add(p90s, tags, stage.figures().p90());
                add(oldests, tags, stage.figures().oldest());
            }
            for (EvaluationStage stage : EvaluationStage.values()) {
                List<Figures.Part> areas = new ArrayList<>();
                options.areas()
                        .forEach((code, name) -> areas.add(new Figures.Part(code, name, Filter.NONE.withArea(code))));
                for (Figures.Counted area : figures.parts(Filter.NONE, stage.code(), "AREA", areas)) {
                    Tags tags = Tags.of(
                            "stage", stage.code(), "area", area.figures().id());
                    add(waits, tags, BigDecimal.valueOf(area.figures().waiting()));
                    add(late, tags, BigDecimal.valueOf(area.figures().overdue()));
                }
            }
            return true;
        });
        waiting.register(waits, true);
        overdue.register(late, true);
        median.register(medians, true);
        p90.register(p90s, true);
        oldest.register(oldests, true);
    }

    private static void add(List<MultiGauge.Row<?>> rows, Tags tags, @Nullable BigDecimal value) {
        if (value != null) {
            rows.add(MultiGauge.Row.of(tags, value.doubleValue()));
        }
    }
}
