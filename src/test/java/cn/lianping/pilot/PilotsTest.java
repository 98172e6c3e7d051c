package cn.lianping.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.lianping.alliance.Division;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.RoundDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PilotsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final BigDecimal GRANT = BigDecimal.valueOf(300);

    private final ProcessMessages messages = mock(ProcessMessages.class);
    private final Registry registry = mock(Registry.class);
    private RoundDatabase db;
    private Pilots pilots;

    @BeforeEach
    void createRound() throws Exception {
        db = new RoundDatabase();
        db.addCase("C1", CaseStatus.RELEASED);
        db.addCase("C2", CaseStatus.RELEASED);
        when(registry.divisions()).thenReturn(List.of(new Division("S1", "science", "高新技术处")));
        when(messages.startProcess(any(), any(), any())).thenReturn("instance");
        pilots = new Pilots(
                db.mapper(PilotMapper.class),
                db.rounds,
                db.cases,
                registry,
                messages,
                db.audit,
                db.actor,
                RoundDatabase.CLOCK);
    }

    private static NoticedCase released(String caseNo, int place, String total) {
        return new NoticedCase(caseNo, place, new BigDecimal(total), caseNo, "盟主");
    }

    private static FundUsePlan plan(int joint, LocalDate end, String department) {
        return new FundUsePlan(
                Map.of("joint_research", BigDecimal.valueOf(joint), "platform", BigDecimal.valueOf(100)),
                START,
                end,
                department,
                "S1");
    }

    @Test
    void choosesByRankWhileTheBudgetLasts() {
        var list = List.of(released("C2", 2, "8.00"), released("C1", 1, "9.00"), released("C3", 3, "7.00"));
        assertThat(Selection.byRank(list, Set.of(), BigDecimal.valueOf(700), GRANT, START))
                .extracting(Selection::caseNo)
                .containsExactly("C1", "C2");
        assertThat(Selection.byRank(list, Set.of("C1"), BigDecimal.valueOf(300), GRANT, START))
                .extracting(Selection::caseNo)
                .containsExactly("C2");
    }

    @Test
    void refusesToPartASharedPlace() {
        var list = List.of(released("C1", 1, "9.00"), released("C2", 1, "9.00"));
        assertThatThrownBy(() -> Selection.byRank(list, Set.of(), GRANT, GRANT, START))
                .hasMessageContaining("并列第 1 名");
    }

    @Test
    void refusesAPlanThatDoesNotSpendTheGrantAndSaysBothNumbers() {
        LocalDate end = LocalDate.of(2027, 3, 2);
        assertThatThrownBy(() -> plan(201, end, "science").requireValid(GRANT, 12))
                .hasMessageContaining("301")
                .hasMessageContaining("300");
        assertThatCode(() -> plan(200, end, "science").requireValid(GRANT, 12)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan(200, end.plusDays(1), "science").requireValid(GRANT, 12))
                .hasMessageContaining("2027-03-02");
    }

    @Test
    void startsEachProjectOnce() {
        pilots.select(
                RoundDatabase.ROUND,
                BigDecimal.valueOf(600),
                List.of(new Selection("C1", GRANT, START), new Selection("C2", GRANT, START)));
        pilots.start(RoundDatabase.ROUND);
        pilots.start(RoundDatabase.ROUND);
        verify(messages, times(1)).startProcess(eq(PilotProcess.KEY), eq("C1"), any());
        verify(messages, times(1)).startProcess(eq(PilotProcess.KEY), eq("C2"), any());
    }

    @Test
    void filesWithTheChosenDepartmentUnderAUniqueNumber() {
        pilots.select(
                RoundDatabase.ROUND,
                BigDecimal.valueOf(600),
                List.of(new Selection("C1", GRANT, START), new Selection("C2", GRANT, START)));
        LocalDate end = LocalDate.of(2027, 3, 2);
        assertThatThrownBy(() -> pilots.plan("C1", plan(200, end, "industry"))).hasMessageContaining("只在一个部门");
        assertThat(pilots.require("C1").planNo()).isZero();
        pilots.plan("C1", plan(200, end, "science"));
        assertThat(pilots.require("C1").planEndsOn()).isEqualTo(end);
        pilots.file("C1", "SF-1", null);
        assertThatThrownBy(() -> pilots.file("C2", "SF-1", null)).hasMessageContaining("C1");
        assertThat(pilots.require("C2").filingNo()).isNull();
        pilots.report("C1", "FINAL", "总结", Map.of("platform", BigDecimal.TEN));
        assertThatThrownBy(() -> pilots.report("C1", "FINAL", "总结", Map.of("platform", BigDecimal.valueOf(301))))
                .hasMessageContaining("超过资助金额");
        pilots.accept("C1", "ACCEPTED", "通过");
        assertThat(pilots.require("C1").acceptance()).isEqualTo("ACCEPTED");
    }
}
