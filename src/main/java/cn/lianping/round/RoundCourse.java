package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.engine.PlatformClock;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the round itself does to its cases: intake, withdrawal, the next step. */
@Service
public class RoundCourse {

    private static final Set<CaseStatus> BEFORE_DECISION =
            EnumSet.range(CaseStatus.SELF_EVALUATION, CaseStatus.AWAITING_DELIBERATION);

    private final Rounds rounds;
    private final Cases cases;
    private final ProcessMessages messages;
    private final CurrentActor actor;
    private final Clock clock;

    RoundCourse(Rounds rounds, Cases cases, ProcessMessages messages, CurrentActor actor, Clock clock) {
        this.rounds = rounds;
        this.cases = cases;
        this.messages = messages;
        this.actor = actor;
        this.clock = clock;
    }

    /** 00:00 after the last day of the intake. */
    Date intakeEnd(String roundNo) {
        return Date.from(rounds.require(roundNo)
                .closesOn()
                .plusDays(1)
                .atStartOfDay(PlatformClock.ZONE)
                .toInstant());
    }

    /** Ends the cases that were never submitted; those that were go on. */
    void closeIntake(String roundNo) {
        if (clock.instant().isBefore(intakeEnd(roundNo).toInstant())) {
            throw Refusal.conflict("申报尚未截止");
        }
        rounds.become(roundNo, Round.EVALUATING);
        List<EvaluationCase> late = cases.ofRound(roundNo, CaseStatus.SELF_EVALUATION).stream()
                .filter(open -> open.submittedAt() == null)
                .toList();
        late.forEach(open -> cases.advance(
                open.caseNo(), CaseStatus.NOT_SUBMITTED, List.of(CaseStatus.SELF_EVALUATION), "申报截止时未提交"));
        messages.fanOut(
                RoundProcess.CASE_CLOSED,
                late.stream().map(EvaluationCase::processInstanceId).toList());
    }

    /** Withdraws an application; only the lead enterprise, only until the intake closes. */
    @Transactional
    public void withdraw(String caseNo, String reason) {
        EvaluationCase found = cases.lock(caseNo);
        if (!actor.isMemberOf(Groups.org(found.leadCode()))) {
            throw Refusal.notFound("没有案卷 " + caseNo);
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("请填写撤回的原因");
        }
        LocalDate closes = rounds.require(found.roundNo()).closesOn();
        if (LocalDate.now(clock).isAfter(closes)) {
            throw Refusal.conflict("申报已于 " + closes + " 截止,不能再撤回");
        }
        cases.advance(caseNo, CaseStatus.WITHDRAWN, BEFORE_DECISION, reason);
        messages.deliver(RoundProcess.ALLIANCE_WITHDRAWN, found.processInstanceId(), "案卷正在流转,请稍后再试");
    }

    /**
     * Changes the list of a release that may be under way, and then takes the release back to where the round decides
     * its next step: the draft waits and every signature is void.
     *
     * @param change what happens under the lock of the round, taking the locks that come after it; when it is done the
     *     cases stand where the next step is read from. The answer is whether a release is affected
     */
    public void suspendRelease(String roundNo, BooleanSupplier change) {
        rounds.lock(roundNo);
        if (change.getAsBoolean()) {
            messages.deliverToAll(RoundProcess.RELEASE_SUSPENDED, roundNo);
        }
    }

    /** What comes next, by where the cases stand. */
    NextStep next(String roundNo) {
        Round round = rounds.lock(roundNo);
        NextStep next = NextStep.of(
                cases.ofRound(roundNo).stream().map(EvaluationCase::status).collect(Collectors.toSet()),
                round.holdsCaseOnly());
        if (next == NextStep.FINISH) {
            rounds.become(roundNo, Round.CLOSED);
        }
        return next;
    }
}
