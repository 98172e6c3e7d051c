package cn.lianping.comprehensiveevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.lianping.MigratedDatabase;
import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Division;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditLog;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.engine.FormData;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.CurrentActor;
import cn.lianping.policy.PackagedPolicy;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Participation;
import cn.lianping.round.RoundCourse;
import cn.lianping.round.Rounds;
import cn.lianping.scoring.SheetAnswers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
class ComprehensiveEvaluationTest {

    private static final String CASE = "2026-01-0001";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final List<String> REASONS = Collections.nCopies(10, "材料充分");

    private final Registry registry = mock(Registry.class);
    private final Cases cases = mock(Cases.class);
    private final Rounds rounds = mock(Rounds.class);
    private final Participation participation = mock(Participation.class);
    private final ProcessMessages messages = mock(ProcessMessages.class);
    private final CurrentActor actor = mock(CurrentActor.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final DocumentService documents = mock(DocumentService.class);
    private JdbcTemplate jdbc;
    private EvaluationSheets sheets;
    private Outstanding outstanding;
    private Panels panels;
    private Recusals recusals;
    private Scores scores;

    @BeforeEach
    void createDatabase() throws Exception {
        var database = MigratedDatabase.fresh();
        var factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        var sessions = factory.getObject();
        sessions.getConfiguration().addMapper(PanelMapper.class);
        sessions.getConfiguration().addMapper(SheetMapper.class);
        sessions.getConfiguration().addMapper(ScoreMapper.class);
        var session = new SqlSessionTemplate(sessions);
        jdbc = new JdbcTemplate(database);
        jdbc.update("INSERT INTO evaluation_round VALUES ('2026-01','t','210000','liaoning-2021',1,'round',"
                + "DATE '2026-01-05',DATE '2026-01-23','p','OPEN',1,0,'x')");
        jdbc.update(
                "INSERT INTO evaluation_case VALUES (?,'2026-01','A1','210100','U1','COMPREHENSIVE_EVALUATION',1,"
                        + "'pi',NULL,NULL,0,'x')",
                CASE);
        when(registry.alliance("A1")).thenReturn(new Alliance("A1", "某联盟", "f", "210100", "U1", "n"));
        when(registry.members("A1")).thenReturn(List.of(new Organisation("U1", "盟主公司", "enterprise", "210100")));
        List<Expert> experts = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Expert("e" + i, "专家" + i, "f", i == 8 ? "U1" : "V" + i, List.of()))
                .toList();
        when(registry.expertsForField("f")).thenReturn(experts);
        experts.forEach(e -> when(registry.expert(e.userId())).thenReturn(e));
        when(registry.divisionsForField("f")).thenReturn(List.of(new Division("S1", "science", "处")));
        when(rounds.policyOf("2026-01")).thenReturn(PackagedPolicy.policy());
        when(actor.userId()).thenReturn("office");
        standsAt(CaseStatus.COMPREHENSIVE_EVALUATION, null);
        var panelMapper = session.getMapper(PanelMapper.class);
        sheets = new EvaluationSheets(session.getMapper(SheetMapper.class), cases, participation, audit, CLOCK);
        outstanding = new Outstanding(panelMapper, sheets, cases, registry);
        panels = new Panels(
                panelMapper,
                outstanding,
                registry,
                rounds,
                cases,
                mock(PanelDocuments.class),
                new RandomSeeds(),
                actor,
                audit,
                CLOCK);
        RoundCourse course = mock(RoundCourse.class);
        doAnswer(call -> call.<BooleanSupplier>getArgument(1).getAsBoolean())
                .when(course)
                .suspendRelease(anyString(), any());
        recusals = new Recusals(
                panelMapper,
                panels,
                sheets,
                registry,
                cases,
                course,
                messages,
                mock(PanelDocuments.class),
                actor,
                audit,
                CLOCK);
        scores = new Scores(
                session.getMapper(ScoreMapper.class),
                sheets,
                outstanding,
                rounds,
                cases,
                registry,
                documents,
                audit,
                CLOCK);
    }

    private void standsAt(CaseStatus status, @Nullable String note) {
        var found = new EvaluationCase(CASE, "2026-01", "A1", "210100", "U1", status, 1, "pi", null, note);
        when(cases.require(CASE)).thenReturn(found);
        when(cases.lock(CASE)).thenReturn(found);
    }

    private String expertAt(int seat) {
        return String.valueOf(panels.seat(CASE, seat).expert());
    }

    private void confirmAsDrawn() {
        assertThat(panels.fill(CASE)).isTrue();
        panels.confirm(
                CASE, IntStream.rangeClosed(1, 5).mapToObj(this::expertAt).toList(), null);
    }

    private void review(int seat, int total) {
        submit(Sheet.Kind.EXPERT, expertAt(seat), seat, total);
    }

    private void submit(Sheet.Kind kind, String reviewer, @Nullable Integer seat, int total) {
        SheetAnswers answers = SheetAnswers.ofDigits("1".repeat(total) + "0".repeat(10 - total));
        sheets.submit(CASE, kind, reviewer, seat, answers, REASONS, reviewer);
    }

    private void everybodySubmits() {
        confirmAsDrawn();
        submit(Sheet.Kind.DIVISION, "S1", null, 8);
        for (int seat = 1; seat <= 5; seat++) {
            review(seat, new int[] {9, 8, 8, 7, 10}[seat - 1]);
        }
    }

    @Test
    void panelIsDrawnOnceAndCanBeDrawnAgainFromItsSeed() {
        confirmAsDrawn();
        Panel panel = panels.requirePanel(CASE);
        var pool = panel.pool()
                .lines()
                .map(l -> new Draw.Candidate(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1)))
                .toList();
        assertThat(Draw.draw(panel.seed(), pool, 5).panel())
                .isEqualTo(panels.seats(CASE).stream().map(Seat::expert).toList())
                .doesNotContain("e8");
        assertThat(panels.fill(CASE)).isFalse();
        assertThat(panels.requirePanel(CASE)).isEqualTo(panel);
    }

    @Test
    void changedPanelNeedsAReasonAndNobodyWithAConflictCanBeNamed() {
        panels.fill(CASE);
        var drawn = IntStream.rangeClosed(1, 5).mapToObj(this::expertAt).toList();
        var changed = new java.util.ArrayList<>(drawn);
        changed.set(0, "e8");
        assertThatThrownBy(() -> panels.confirm(CASE, changed, "理由")).hasMessageContaining("现任职");
        Collections.swap(changed, 1, 2);
        changed.set(0, drawn.get(0));
        assertThatThrownBy(() -> panels.confirm(CASE, changed, null)).hasMessageContaining("调整理由");
        assertThatThrownBy(() -> panels.confirm(CASE, drawn.subList(0, 4), "r")).hasMessageContaining("应为 5 人");
        assertThat(panels.requirePanel(CASE).confirmedAt()).isNull();
        panels.confirm(CASE, changed, "专业更合适");
        assertThat(panels.requirePanel(CASE).reason()).isEqualTo("专业更合适");
    }

    @Test
    void fourSheetsOfFiveGiveNoScoreAndTheCaseSaysSo() {
        confirmAsDrawn();
        submit(Sheet.Kind.DIVISION, "S1", null, 8);
        for (int seat = 1; seat <= 4; seat++) {
            review(seat, 8);
        }
        assertThat(scores.compute(CASE)).isFalse();
        verify(cases).note(CASE, "有效评审表不足 4/5");
        verify(cases, never()).advance(anyString(), any(), any(), anyString());
        assertThat(scores.latest(CASE)).isEmpty();
        assertThat(outstanding.seats(CASE)).containsExactly("5");
        assertThat(outstanding.divisions(CASE)).isEmpty();
    }

    @Test
    void enoughSheetsAreScoredExactlyWithTheirTrace() {
        everybodySubmits();
        assertThat(scores.compute(CASE)).isTrue();
        Score score = scores.latest(CASE).orElseThrow();
        assertThat(score.total()).isEqualByComparingTo("8.28");
        assertThat(score.exactExpertMean()).isEqualTo("42/5");
        assertThat(score.sha256()).isEqualTo(Draw.sha256(score.trace()));
        assertThat(scores.ranking("2026-01", List.of(CASE))).containsExactly(new PlacedCase(1, score));
        verify(cases).note(CASE, null);
        verify(cases)
                .advance(
                        eq(CASE),
                        eq(CaseStatus.AWAITING_DELIBERATION),
                        eq(List.of(CaseStatus.COMPREHENSIVE_EVALUATION)),
                        any());
        verify(documents).produce(eq(DocumentKind.SCORE_TABLE), eq(CASE), any(), any());
    }

    @Test
    void openTaskOfARecusedExpertIsWokenAndTheSeatReplaced() {
        confirmAsDrawn();
        String expert = expertAt(3);
        recusals.order(CASE, expert, null, "合作关系");
        assertThat(expertAt(3)).isNotEqualTo(expert).isNotEqualTo("e8");
        verify(messages).deliverWhere("panel.expertRecused", CASE, "seat", "3");
        assertThat(panels.conflictOf("A1", expert)).isPresent();
        assertThatThrownBy(() -> recusals.order(CASE, expert, null, "再次")).isInstanceOf(Refusal.class);
    }

    @Test
    void lateRecusalVoidsTheSheetAndReopensTheEvaluation() {
        everybodySubmits();
        standsAt(CaseStatus.NOTICED, null);
        String expert = expertAt(2);
        assertThatThrownBy(() -> recusals.order(CASE, expert, "e8", "利益关系")).hasMessageContaining("现任职");
        // no transaction here, so what the refusal leaves behind is taken back by hand
        jdbc.update("DELETE FROM recusal");
        jdbc.update("UPDATE panel_seat SET expert = ? WHERE seat = 2", expert);
        jdbc.update("UPDATE sheet SET status = 'VALID'");
        recusals.replaceAfterObjection(CASE, expert, null, "利益关系");
        assertThat(sheets.all(CASE).stream().filter(s -> s.status() == Sheet.Status.VOID))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.reviewer()).isEqualTo(expert);
                    assertThat(s.statusReason()).isEqualTo("利益关系");
                    assertThat(s.statusBy()).isEqualTo("office");
                });
        assertThat(outstanding.seats(CASE)).containsExactly("2");
        verify(cases)
                .advance(eq(CASE), eq(CaseStatus.COMPREHENSIVE_EVALUATION), eq(List.of(CaseStatus.NOTICED)), any());
        verify(messages).deliver(eq("evaluation.reopened"), eq("pi"), any());
        assertThat(panels.fill(CASE)).isFalse();
    }

    @Test
    void lockedSheetIsGivenAgainOnlyAfterItWasTakenBack() {
        everybodySubmits();
        assertThatThrownBy(() -> review(1, 3)).hasMessageContaining("锁定");
        sheets.reopenAll(CASE, "审议退回", "office");
        assertThat(outstanding.seats(CASE)).hasSize(5);
        assertThat(outstanding.divisions(CASE)).containsExactly("S1");
        review(1, 3);
        assertThat(sheets.validOf(CASE, Sheet.Kind.EXPERT, expertAt(1))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(sheets.all(CASE)).hasSize(7);
    }

    @Test
    void whoRecommendedCannotScore() {
        doThrow(Refusal.forbidden("x")).when(participation).refuse(eq(CASE), eq("S1"), any(), any());
        assertThatThrownBy(() -> submit(Sheet.Kind.DIVISION, "S1", null, 8)).isInstanceOf(Refusal.class);
        assertThat(sheets.all(CASE)).isEmpty();
    }

    @Test
    void sheetWithNineAnswersAHalfOrAnEleventhElementIsRefused() {
        Map<String, Object> answers = new HashMap<>();
        for (int no = 1; no <= 9; no++) {
            answers.put("e" + no, "1");
        }
        assertThatThrownBy(() -> SheetForm.answers(new FormData(answers))).hasMessageContaining("10");
        answers.put("e10", "0.5");
        assertThatThrownBy(() -> SheetForm.answers(new FormData(answers))).hasMessageContaining("0.5");
        answers.put("e10", "1");
        assertThat(SheetForm.answers(new FormData(answers)).total()).isEqualTo(10);
        answers.put("e11", "1");
        assertThatThrownBy(() -> SheetForm.answers(new FormData(answers))).hasMessageContaining("11");
    }
}
