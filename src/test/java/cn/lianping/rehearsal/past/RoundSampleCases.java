package cn.lianping.rehearsal.past;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.audit.AuditLog;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.RoundCourse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** On either database. */
abstract class RoundSampleCases {

    @Autowired
    private RoundSample sample;

    @Autowired
    private Ranks ranks;

    @Autowired
    private RoundSteps rounds;

    @Autowired
    private CaseSteps steps;

    @Autowired
    private Cases cases;

    @Autowired
    private RoundCourse course;

    @Autowired
    private Desk desk;

    @Autowired
    private AuditLog audit;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    @DisplayName("案卷太多:每种经过先选一件,再选第二件;够用时全选")
    void everyWayOnce() {
        String round = rounds.open();
        List<String> waiting = List.of(steps.apply(round), steps.apply(round), steps.apply(round));
        String withdrawn = steps.apply(round);
        String lead = FixtureRegistry.personOf(cases.require(withdrawn).leadCode());
        desk.as(lead, () -> course.withdraw(withdrawn, "联盟重组"));
        // a file more is no other way
        desk.as(
                lead,
                () -> transaction.executeWithoutResult(
                        status -> audit.record(waiting.get(0), "上传文件", "file", Map.of("kind", "ELEMENT"))));
        List<EvaluationCase> all = cases.ofRound(round);

        assertThat(sample.of(round, all, 4)).isEqualTo(all);
        assertThat(sample.of(round, all, 2))
                .extracting(EvaluationCase::caseNo)
                .containsExactly(waiting.get(0), withdrawn);
        assertThat(sample.of(round, all, 3))
                .extracting(EvaluationCase::caseNo)
                .containsExactly(waiting.get(0), waiting.get(1), withdrawn);
        assertThat(sample.of(round, all, 0)).isEmpty();
        assertThat(ranks.of(round, Set.copyOf(waiting))).isEmpty();
    }
}
