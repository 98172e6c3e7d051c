package cn.lianping.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.calendar.CalendarRepository;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Offices;
import cn.lianping.policy.PackagedPolicy;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Round;
import cn.lianping.round.RoundCourse;
import cn.lianping.round.Rounds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("database")
class PublicityFlowTest {

    private static final String ROUND = PublicityDatabase.ROUND;

    private Instant now = at("2026-02-10T10:00:00");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Cases cases = mock(Cases.class);
    private final Rounds rounds = mock(Rounds.class);
    private final DocumentService documents = mock(DocumentService.class);
    private final ProcessMessages messages = mock(ProcessMessages.class);
    private final CaseProcess caseProcess = mock(CaseProcess.class);
    private final PanelOfCase panel = mock(PanelOfCase.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final CurrentActor actor =
            new CurrentActor(new StaticListableBeanFactory().getBeanProvider(ProcessEngine.class));
    private PublicityDatabase db;
    private NoticeIssue issue;
    private NoticeEnd ends;
    private Notices notices;
    private Objections objections;
    private Letters letters;
    private ObjectionHandling handling;
    private String one;
    private String two;

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    @BeforeEach
    void setUp() throws Exception {
        db = new PublicityDatabase("round");
        one = db.caseIn(CaseStatus.CONFIRMED, 1);
        two = db.caseIn(CaseStatus.CONFIRMED, 2);
        holdBack("round");
        when(rounds.policyOf(ROUND)).thenReturn(PackagedPolicy.policy());
        when(cases.require(anyString())).thenAnswer(call -> found(call.getArgument(0)));
        when(cases.lock(anyString())).thenAnswer(call -> found(call.getArgument(0)));
        when(cases.ofRound(eq(ROUND), any(CaseStatus[].class)))
                .thenAnswer(call -> List.of(found(one), found(two)).stream()
                        .filter(c -> Arrays.asList(call.getArguments()).contains(c.status()))
                        .toList());
        doAnswer(call -> {
                    String caseNo = call.getArgument(0);
                    assertThat(call.<Collection<CaseStatus>>getArgument(2)).contains(db.status(caseNo));
                    return db.jdbc.update(
                            "UPDATE evaluation_case SET status = ? WHERE case_no = ?",
                            call.<CaseStatus>getArgument(1).name(),
                            caseNo);
                })
                .when(cases)
                .advance(anyString(), any(), any(), anyString());
        when(documents.produce(any(), anyString(), anyString(), anyString(), any()))
                .thenReturn(new Document(
                        "d-1", ROUND, DocumentKind.NOTICE, "", 1, "公示", "f", "s", now.toEpochMilli(), "office", 10));
        when(messages.start(anyString(), anyString(), any())).thenReturn("objection-instance");
        Standings standings = roundNo -> List.of(standing(one, 1, "9.10"), standing(two, 2, "8.45"));
        issue = new NoticeIssue(
                db.notices,
                rounds,
                cases,
                standings,
                new CalendarRepository(Path.of("target")),
                mock(Offices.class),
                documents,
                actor,
                audit,
                clock);
        ends = new NoticeEnd(db.notices, db.objections, rounds, cases, messages, audit, clock);
        notices = new Notices(db.notices, db.objections);
        ObjectionRegister register = new ObjectionRegister(db.notices, db.objections, actor, audit, clock);
        objections = new Objections(
                db.notices,
                db.objections,
                cases,
                mock(EvidenceService.class),
                messages,
                actor,
                register,
                clock,
                db.transactions);
        RoundCourse course = mock(RoundCourse.class);
        doAnswer(call -> call.<BooleanSupplier>getArgument(1).getAsBoolean())
                .when(course)
                .suspendRelease(anyString(), any());
        letters = new Letters(db.notices, register, course, cases, caseProcess, clock, db.transactions);
        handling = new ObjectionHandling(db.objections, db.notices, ends, rounds, cases, panel, messages, audit, clock);
    }

    private void holdBack(String hold) {
        var round = new Round(
                ROUND,
                "2026年第一批",
                "210000",
                "liaoning-2021",
                1,
                hold,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 23),
                "round-instance",
                "EVALUATING");
        when(rounds.require(ROUND)).thenReturn(round);
    }

    private static Standings.Standing standing(String caseNo, int place, String total) {
        return new Standings.Standing(caseNo, place, new BigDecimal(total), "联盟" + place, "盟主" + place, "沈阳市");
    }

    private EvaluationCase found(String caseNo) {
        return new EvaluationCase(
                caseNo,
                ROUND,
                "LN",
                "210100",
                "91210100MA0000001X",
                db.status(caseNo),
                1,
                "instance-" + caseNo,
                null,
                null);
    }

    private Notice publish() {
        issue.prepare(ROUND, "p-1", "公示", LocalDate.of(2026, 2, 11));
        assertThat(notices.all()).isEmpty();
        issue.publish("p-1");
        now = at("2026-02-12T09:00:00");
        return notices.ofRound(ROUND).get(0);
    }

    private String object(Notice notice, String caseNo) {
        return objections.receive(notice.noticeId(), submission(caseNo, "王建国"), null);
    }

    private static Objections.Submission submission(String caseNo, String name) {
        return new Objections.Submission(caseNo, name, "13800000000", "要素7材料不实");
    }

    @Test
    void freezesDatesOnTheOfficialCalendarAndTheList() {
        Notice notice = publish();
        assertThat(notice.endsOn()).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(Instant.ofEpochMilli(notice.endsAt())).isEqualTo(at("2026-02-25T00:00:00"));
        assertThat(notices.items(notice.noticeId()))
                .extracting(NoticeItem::place, i -> i.total().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "9.10"), org.assertj.core.groups.Tuple.tuple(2, "8.45"));
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICED);
        assertThat(notices.publishes("d-1")).isTrue();
        assertThat(notices.publishes("d-2")).isFalse();
    }

    @Test
    void refusesAStartInThePastAndAYearWithoutCalendar() {
        assertThatThrownBy(() -> issue.prepare(ROUND, "p-1", "公示", LocalDate.of(2026, 2, 9)))
                .hasMessageContaining("早于今天");
        assertThatThrownBy(() -> issue.prepare(ROUND, "p-1", "公示", LocalDate.of(2026, 12, 31)))
                .hasMessageContaining("2027 年的官方工作日历");
        assertThat(db.notices.findByInstance("p-1")).isNull();
    }

    @Test
    void endsNoSecondBeforeMidnight() {
        publish();
        now = at("2026-02-24T23:59:59");
        assertThatThrownBy(() -> ends.end("p-1")).hasMessageContaining("不能提前结束");
        assertThatThrownBy(() -> ends.waitsForObjections("p-1")).isInstanceOf(Refusal.class);
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICED);
        now = at("2026-02-25T00:00:00");
        assertThat(ends.waitsForObjections("p-1")).isFalse();
        ends.end("p-1");
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICE_ENDED);
        verify(messages).fanOut("publicity.ended", List.of("instance-" + one, "instance-" + two));
    }

    @Test
    void holdsTheRoundUntilTheObjectionIsDismissed() {
        Notice notice = publish();
        String receipt = object(notice, one);
        now = at("2026-02-25T00:00:00");
        assertThat(ends.waitsForObjections("p-1")).isTrue();
        handling.accept(receipt, true, "实名");
        handling.found(receipt, "属实");
        handling.dismiss(receipt, "材料属实");
        assertThat(handling.close(receipt)).isEqualTo(ObjectionOutcome.DISMISSED);
        verify(messages).deliverToAll("objection.closed", ROUND);
        assertThat(ends.waitsForObjections("p-1")).isFalse();
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICED);
        assertThatThrownBy(() -> handling.close(receipt)).isInstanceOf(Refusal.class);
    }

    @Test
    void holdsOneCaseOnlyWherePolicySaysSo() {
        holdBack("case");
        Notice notice = publish();
        String receipt = object(notice, one);
        now = at("2026-02-25T00:00:00");
        assertThat(ends.waitsForObjections("p-1")).isFalse();
        ends.end("p-1");
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICED);
        assertThat(db.status(two)).isEqualTo(CaseStatus.NOTICE_ENDED);
        assertThat(notices.hasOpenObjection(one)).isTrue();
        handling.accept(receipt, false, "不属评价事项");
        assertThat(handling.close(receipt)).isEqualTo(ObjectionOutcome.REFUSED);
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICE_ENDED);
        verify(messages).fanOut("publicity.ended", List.of("instance-" + one));
    }

    @Test
    void takesALetterPostedInTimeAfterTheEndAndHasTheCaseEvaluatedAgain() {
        publish();
        now = at("2026-02-25T00:00:00");
        ends.end("p-1");
        now = at("2026-02-25T09:00:00");
        assertThatThrownBy(() -> letters.register(submission(one, "王建国"), LocalDate.of(2026, 2, 25), "o-1"))
                .hasMessageContaining("逾期");
        verifyNoInteractions(caseProcess);
        Map<String, Object> carried = letters.register(submission(one, "王建国"), LocalDate.of(2026, 2, 24), "o-1");
        verify(caseProcess).returnToPublicity("instance-" + one);
        assertThat(db.status(one)).isEqualTo(CaseStatus.NOTICED);
        String receipt = String.valueOf(carried.get("receiptNo"));
        handling.accept(receipt, true, "邮戳在期内");
        handling.upholdToRecompute(receipt, "expert018", "expert017", "利益关系");
        assertThat(handling.close(receipt)).isEqualTo(ObjectionOutcome.UPHELD);
        verify(panel).replace(one, "expert018", "expert017", "利益关系");
        assertThat(db.status(one)).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
        assertThat(notices.removalProposed(one)).isEmpty();
    }

    @Test
    void proposesRemovalToTheNextDeliberation() {
        String receipt = object(publish(), one);
        handling.upholdToRemove(receipt, "不具备条件");
        handling.close(receipt);
        verify(messages).deliver(eq("evaluation.reopened"), eq("instance-" + one), anyString());
        verify(panel, never()).replace(any(), any(), any(), any());
        assertThat(notices.removalProposed(one)).contains("不具备条件");
    }

    @Test
    void refusesAnonymousAndLateObjectionsAndKeepsARecordOfIt() {
        Notice notice = publish();
        assertThatThrownBy(() -> objections.receive(notice.noticeId(), submission(one, ""), null))
                .hasMessageContaining("异议应当实名");
        now = at("2026-02-25T00:00:00");
        assertThatThrownBy(() -> object(notice, one)).hasMessageContaining("2026-02-24");
        verify(messages, never()).start(anyString(), anyString(), any());
        assertThat(db.objections.ofCase(one)).isEmpty();
        verify(audit, org.mockito.Mockito.times(2)).record(eq(ROUND), eq("异议不予接收"), anyString(), any());
    }

    @Test
    void keepsTheObjectorOutOfTheRecord() {
        String receipt = object(publish(), one);
        assertThat(receipt).matches("YY-[0-9A-Z]{10}");
        ArgumentCaptor<Map<String, Object>> details = ArgumentCaptor.captor();
        verify(audit).record(eq(one), eq("收到异议"), eq(receipt), details.capture());
        assertThat(new ArrayList<>(details.getValue().values()).toString())
                .doesNotContain("王建国")
                .doesNotContain("13800000000")
                .doesNotContain("要素7");
        Objection kept = handling.require(receipt);
        assertThat(kept.realName()).isEqualTo("王建国");
        assertThat(kept.receivedBy()).isEqualTo(CurrentActor.PUBLIC);
        assertThat(kept.processInstanceId()).isEqualTo("objection-instance");
    }
}
