package cn.lianping.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.lianping.Refusal;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.evidence.Evidence;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.RoundDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DeliberationsTest {

    private static final String ROUND = RoundDatabase.ROUND;
    private static final Minutes MINUTES = new Minutes("党组会纪要〔2026〕3号", LocalDate.of(2026, 2, 9), 7, 9, null);

    private final ProcessMessages messages = mock(ProcessMessages.class);
    private final EvidenceService evidence = mock(EvidenceService.class);
    private final Map<String, ScoresOfRound.ScoreLine> scores = new HashMap<>();
    private RoundDatabase db;
    private Deliberations deliberations;
    private MeetingRecord record;
    private Agenda agenda;
    private Decisions decisions;

    @BeforeEach
    void createRound() throws Exception {
        db = new RoundDatabase();
        DeliberationMapper mapper = db.mapper(DeliberationMapper.class);
        deliberations = new Deliberations(
                mapper, db.rounds, db.cases, r -> scores, messages, db.audit, db.actor, RoundDatabase.CLOCK);
        record = new MeetingRecord(mapper, deliberations, db.rounds, evidence, db.audit, db.actor, RoundDatabase.CLOCK);
        agenda = new Agenda(mapper, r -> scores);
        decisions = new Decisions(mapper);
        when(evidence.list(ROUND, EvidenceKind.MINUTES)).thenReturn(List.of(mock(Evidence.class)));
        scored("C1");
        scored("C2");
    }

    private void scored(String caseNo) {
        db.addCase(caseNo, CaseStatus.AWAITING_DELIBERATION);
        score(caseNo, 1);
    }

    private void score(String caseNo, int computation) {
        BigDecimal mean = new BigDecimal("8.0000");
        scores.put(caseNo, new ScoresOfRound.ScoreLine(mean, mean, new BigDecimal("8.00"), 1, computation));
    }

    @Test
    void refusesAnAgendaWhileASubmittedCaseIsUnfinishedAndNamesIt() {
        db.addCase("C3", CaseStatus.COMPREHENSIVE_EVALUATION);
        assertThatThrownBy(() -> deliberations.compile(ROUND, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 件(C3)");
        assertThat(deliberations.openAgenda(ROUND)).isEmpty();
    }

    @Test
    void leavesUnfinishedCasesOutWithAReason() {
        db.addCase("C3", CaseStatus.COMPREHENSIVE_EVALUATION);
        deliberations.compile(ROUND, "材料待补");
        verify(messages).fanOut(DeliberationProcess.CASE_CLOSED, List.of("p-C3"));
        assertThat(agenda.rows(ROUND)).extracting(Agenda.Row::caseNo).containsExactly("C1", "C2");
    }

    @Test
    void handsEveryDecisionToItsCaseAndConfirmsTheRest() {
        String id = deliberations.compile(ROUND, null);
        agenda.draft(ROUND, "[{\"caseNo\":\"C1\",\"decision\":\"DEFER\",\"reason\":\"补充材料\"}]");
        assertThat(decisions.latest("C1")).as("a draft decides nothing").isEmpty();
        record.record(id, MINUTES, true);
        deliberations.apply(id);
        verify(messages).fanOut(DeliberationProcess.DECIDED, List.of("p-C1", "p-C2"));
        assertThat(deliberations.take("C1")).isEqualTo(DeliberationOutcome.DEFER);
        assertThat(deliberations.take("C2")).isEqualTo(DeliberationOutcome.CONFIRM);
        assertThat(db.statusOf("C1")).isEqualTo(CaseStatus.DEFERRED);
        assertThat(db.statusOf("C2")).isEqualTo(CaseStatus.CONFIRMED);
    }

    @Test
    void refusesMinutesThatLeaveACaseUndecidedOrAReasonOpen() {
        String id = deliberations.compile(ROUND, null);
        assertThatThrownBy(() -> record.record(id, MINUTES, false)).hasMessageContaining("2 件(C1、C2)");
        agenda.draft(ROUND, "[{\"caseNo\":\"C1\",\"decision\":\"REJECT\"}]");
        assertThatThrownBy(() -> record.record(id, MINUTES, true)).hasMessageContaining("理由");
        verify(messages, never()).fanOut(any(), any());
    }

    @Test
    void refusesAMeetingWithoutQuorumInTheFutureOrWithoutAFile() {
        String id = deliberations.compile(ROUND, null);
        assertThatThrownBy(() -> record.record(id, new Minutes("a", LocalDate.of(2026, 2, 9), 4, 9, null), true))
                .hasMessageContaining("未达到");
        assertThatThrownBy(() -> record.record(id, new Minutes("a", LocalDate.of(2026, 3, 3), 7, 9, null), true))
                .hasMessageContaining("晚于今天");
        when(evidence.list(ROUND, EvidenceKind.MINUTES)).thenReturn(List.of());
        assertThatThrownBy(() -> record.record(id, MINUTES, true)).hasMessageContaining("会议纪要");
        assertThat(deliberations.openAgenda(ROUND)).isPresent();
    }

    @Test
    void dropsACaseWhoseScoreWasComputedAgain() {
        String id = deliberations.compile(ROUND, null);
        score("C1", 2);
        record.record(id, MINUTES, true);
        deliberations.apply(id);
        assertThat(decisions.latest("C1")).isEmpty();
        assertThat(decisions.latest("C2")).isPresent();
        verify(messages).fanOut(DeliberationProcess.DECIDED, List.of("p-C2"));
    }

    @Test
    void refusesADraftThatWritesAScore() {
        deliberations.compile(ROUND, null);
        assertThatThrownBy(() -> agenda.draft(ROUND, "[{\"caseNo\":\"C1\",\"decision\":\"CONFIRM\",\"score\":9.9}]"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("审议只确认得分,不能改写得分");
        assertThat(agenda.rows(ROUND)).extracting(Agenda.Row::decision).containsOnlyNulls();
    }
}
