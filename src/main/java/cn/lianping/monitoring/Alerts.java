package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.identity.Groups;
import cn.lianping.reminder.ReminderKind;
import cn.lianping.reminder.Reminders;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the managers when a stage of a running round is past its threshold: once, until it is back within it. */
@Service
class Alerts {

    private static final String PLATFORM = "platform";
    private static final int LATEST = 100;

    /** What can be past its threshold. */
    enum Measure {
        OVERDUE_SHARE("逾期占比"),
        OLDEST("最久在办");

        private final String chinese;

        Measure(String chinese) {
            this.chinese = chinese;
        }
    }

    private final AlertMapper mapper;
    private final Figures figures;
    private final Snapshot snapshot;
    private final Rounds rounds;
    private final Reminders reminders;
    private final AuditLog audit;
    private final Days days;
    private final TransactionTemplate transaction;

    Alerts(
            AlertMapper mapper,
            Figures figures,
            Snapshot snapshot,
            Rounds rounds,
            Reminders reminders,
            AuditLog audit,
            Days days,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.figures = figures;
        this.snapshot = snapshot;
        this.rounds = rounds;
        this.reminders = reminders;
        this.audit = audit;
        this.days = days;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * From when on the managers are told.
     *
     * @param overdueShare part of the waiting cases that are overdue, above 0 to 1; null: never
     * @param oldestDays working days of the case that waits longest; null: never
     */
    record Threshold(
            String stage,
            @Nullable String name,
            @Nullable BigDecimal overdueShare,
            @Nullable BigDecimal oldestDays) {}

    record Alert(
            String id,
            String stage,
            String name,
            String round,
            Measure measure,
            BigDecimal value,
            BigDecimal threshold,
            Instant since,
            @Nullable Instant resolved) {}

    List<Threshold> thresholds() {
        Map<String, AlertMapper.ThresholdRow> known = new HashMap<>();
        mapper.thresholds().forEach(row -> known.put(row.stage(), row));
        List<Threshold> all = new ArrayList<>();
        for (EvaluationStage stage : EvaluationStage.values()) {
            AlertMapper.ThresholdRow row = known.get(stage.code());
            all.add(new Threshold(
                    stage.code(),
                    stage.chinese(),
                    row == null ? null : row.overdueShare(),
                    row == null ? null : row.oldestDays()));
        }
        return all;
    }

    /** Sets the thresholds of the stages named; the others stay. */
    void set(List<Threshold> wanted, String by) {
        wanted.forEach(Alerts::require);
        transaction.executeWithoutResult(status -> {
            for (Threshold one : wanted) {
                mapper.deleteThreshold(one.stage());
                mapper.insertThreshold(
                        new AlertMapper.ThresholdRow(one.stage(), one.overdueShare(), one.oldestDays()),
                        by,
                        days.now());
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("overdueShare", String.valueOf(one.overdueShare()));
                details.put("oldestDays", String.valueOf(one.oldestDays()));
                audit.record(PLATFORM, "设置环节预警", one.stage(), details);
            }
        });
    }

    private static void require(Threshold one) {
        if (EvaluationStage.of(one.stage()).isEmpty()) {
            throw Refusal.invalid("没有环节“%s”".formatted(one.stage()));
        }
        BigDecimal share = one.overdueShare();
        if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw Refusal.invalid("逾期占比应大于 0、不超过 1,现为 %s;不预警请留空".formatted(share.toPlainString()));
        }
        BigDecimal oldest = one.oldestDays();
        if (oldest != null && (oldest.signum() <= 0 || oldest.compareTo(BigDecimal.valueOf(1000)) > 0)) {
            throw Refusal.invalid("最久在办应为 0 至 1000 个工作日,现为 %s;不预警请留空".formatted(oldest.toPlainString()));
        }
    }

    /** The latest alerts, those that stand among them. */
    List<Alert> latest() {
        return mapper.latest(LATEST).stream()
                .map(row -> new Alert(
                        row.id(),
                        row.stage(),
                        OverdueTasks.stageName(row.stage()),
                        row.roundNo(),
                        Measure.valueOf(row.measure()),
                        row.figure(),
                        row.threshold(),
                        Instant.ofEpochMilli(row.raisedAt()),
                        row.resolvedAt() == null ? null : Instant.ofEpochMilli(row.resolvedAt())))
                .toList();
    }

    /** Looks at every running round: raises what is new, resolves what is over. */
    void check() {
        Map<String, AlertMapper.ThresholdRow> thresholds = new HashMap<>();
        mapper.thresholds().forEach(row -> thresholds.put(row.stage(), row));
        Map<String, AlertMapper.AlertRow> standing = new HashMap<>();
        mapper.open().forEach(row -> standing.put(Objects.requireNonNull(row.openKey()), row));
        if (!thresholds.isEmpty()) {
            for (Round round : rounds.all()) {
                if (!Round.CLOSED.equals(round.status())) {
                    check(round, thresholds, standing);
                }
            }
        }
        // what is not confirmed is over, its round or its threshold with it
        standing.values().forEach(row -> mapper.resolve(row.id(), days.now()));
    }

    private void check(
            Round round, Map<String, AlertMapper.ThresholdRow> thresholds, Map<String, AlertMapper.AlertRow> standing) {
        List<Figures.Counted> stages = snapshot.read(() -> figures.stages(Filter.NONE.withRound(round.roundNo())));
        for (Figures.Counted counted : stages) {
            StageFigures stage = counted.figures();
            AlertMapper.ThresholdRow threshold = thresholds.get(stage.id());
            if (threshold != null) {
                BigDecimal share = Days.share(stage.overdue(), stage.waiting());
                compare(round, stage, Measure.OVERDUE_SHARE, share, threshold.overdueShare(), standing);
                compare(round, stage, Measure.OLDEST, stage.oldest(), threshold.oldestDays(), standing);
            }
        }
    }

    private void compare(
            Round round,
            StageFigures stage,
            Measure measure,
            @Nullable BigDecimal figure,
            @Nullable BigDecimal threshold,
            Map<String, AlertMapper.AlertRow> standing) {
        if (figure == null || threshold == null || figure.compareTo(threshold) <= 0) {
            return;
        }
        String key = String.join("|", round.roundNo(), stage.id(), measure.name());
        if (standing.remove(key) != null) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                mapper.insertAlert(new AlertMapper.AlertRow(
                        UUID.randomUUID().toString(),
                        stage.id(),
                        round.roundNo(),
                        measure.name(),
                        figure,
                        threshold,
                        days.now(),
                        null,
                        key));
                reminders.sendToGroups(
                        List.of(Groups.MANAGER),
                        ReminderKind.ALERT,
                        "“%s”%s超过预警值".formatted(stage.name(), measure.chinese),
                        text(round, stage, measure, figure, threshold),
                        null,
                        null);
            });
        } catch (DuplicateKeyException another) {
            // another node has told it
        }
    }

    private static String text(
            Round round, StageFigures stage, Measure measure, BigDecimal figure, BigDecimal threshold) {
        String is = measure == Measure.OLDEST ? figure + " 个工作日" : percent(figure);
        String limit = measure == Measure.OLDEST ? threshold + " 个工作日" : percent(threshold);
        return "批次 %s“%s”%s为 %s,预警值 %s;在办 %d 件,逾期 %d 件%s。"
                .formatted(
                        round.roundNo(),
                        stage.name(),
                        measure.chinese,
                        is,
                        limit,
                        stage.waiting(),
                        stage.overdue(),
                        stage.oldestCase() == null ? "" : ",最久的是 " + stage.oldestCase());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, java.math.RoundingMode.HALF_UP) + "%";
    }
}
