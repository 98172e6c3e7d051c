package cn.lianping.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.policy.PackagedPolicy;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyReader;
import cn.lianping.scoring.ScoreResult.Scored;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoringPropertiesTest {

    private static final Policy MEAN = PackagedPolicy.withPanelOf(5, 1);
    private static final Policy DROPPING = PolicyReader.read(PackagedPolicy.with(root -> {
        ((ObjectNode) root.at("/aggregation/dropHighestAndLowest")).put("value", true);
        ((ObjectNode) root.at("/sheets/minimumExpertSheets")).put("value", 1);
    }));

    @Provide
    Arbitrary<List<SheetAnswers>> answers() {
        return Arbitraries.integers()
                .between(0, 1)
                .list()
                .ofSize(10)
                .map(SheetAnswers::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Arbitraries.of(MEAN, DROPPING);
    }

    @Property
    void aScoreLiesBetweenZeroAndTen(
            @ForAll("policies") Policy policy,
            @ForAll("answers") List<SheetAnswers> divisions,
            @ForAll("answers") List<SheetAnswers> experts) {
        Scored scored = compute(policy, sheets("d", divisions), sheets("e", experts));
        assertThat(scored.total()).isBetween(BigDecimal.ZERO, BigDecimal.TEN).hasScaleOf(2);
        BigDecimal error = scored.exact().round(12, RoundingMode.HALF_UP).subtract(scored.total());
        assertThat(error.abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void oneMoreElementMetNeverLowersTheScore(
            @ForAll("policies") Policy policy,
            @ForAll("answers") List<SheetAnswers> divisions,
            @ForAll("answers") List<SheetAnswers> experts,
            @ForAll Random random) {
        Scored before = compute(policy, sheets("d", divisions), sheets("e", experts));
        boolean division = random.nextBoolean();
        List<SheetAnswers> raised = new ArrayList<>(division ? divisions : experts);
        int sheet = random.nextInt(raised.size());
        List<Integer> points = new ArrayList<>(raised.get(sheet).points());
        points.set(random.nextInt(10), 1);
        raised.set(sheet, new SheetAnswers(points));
        Scored after = division
                ? compute(policy, sheets("d", raised), sheets("e", experts))
                : compute(policy, sheets("d", divisions), sheets("e", raised));
        assertThat(after.exact()).isGreaterThanOrEqualTo(before.exact());
        assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
    }

    @Property
    void theOrderOfTheSheetsDoesNotMatter(
            @ForAll("policies") Policy policy,
            @ForAll("answers") List<SheetAnswers> divisions,
            @ForAll("answers") List<SheetAnswers> experts,
            @ForAll Random random) {
        List<ReviewerSheet> d = sheets("d", divisions);
        List<ReviewerSheet> e = sheets("e", experts);
        Scored ordered = compute(policy, d, e);
        Collections.shuffle(d, random);
        Collections.shuffle(e, random);
        assertThat(compute(policy, d, e)).isEqualTo(ordered);
    }

    @Property
    void aReplayGivesTheSameBytes(
            @ForAll("policies") Policy policy,
            @ForAll("answers") List<SheetAnswers> divisions,
            @ForAll("answers") List<SheetAnswers> experts) {
        String trace =
                compute(policy, sheets("d", divisions), sheets("e", experts)).trace();
        assertThat(ScoreTrace.replay(trace, policy)).isEqualTo(trace);
        String hidden = ScoreTrace.withoutReviewers(trace);
        assertThat(ScoreTrace.replay(hidden, policy)).isEqualTo(hidden);
    }

    private static Scored compute(Policy policy, List<ReviewerSheet> divisions, List<ReviewerSheet> experts) {
        return (Scored) Scoring.compute(policy, new ScoringInput(divisions, divisions.size(), experts));
    }

    private static List<ReviewerSheet> sheets(String kind, List<SheetAnswers> answers) {
        List<ReviewerSheet> sheets = new ArrayList<>();
        for (SheetAnswers each : answers) {
            sheets.add(ReviewerSheet.of(kind + sheets.size(), each));
        }
        return sheets;
    }
}
