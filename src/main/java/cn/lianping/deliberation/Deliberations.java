package cn.lianping.deliberation;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The party group's meetings on a round (article 6.4): who is on the agenda, and what becomes of the decisions. */
@Service
public class Deliberations {

    private final DeliberationMapper mapper;
    private final Rounds rounds;
    private final Cases cases;
    private final ScoresOfRound scores;
    private final ProcessMessages messages;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    Deliberations(
            DeliberationMapper mapper,
            Rounds rounds,
            Cases cases,
            ScoresOfRound scores,
            ProcessMessages messages,
            AuditLog audit,
            CurrentActor actor,
            Clock clock) {
        this.mapper = mapper;
        this.rounds = rounds;
        this.cases = cases;
        this.scores = scores;
        this.messages = messages;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** The meeting whose minutes are still to come, if an agenda was compiled. */
    public Optional<Deliberation> openAgenda(String roundNo) {
        return Optional.ofNullable(mapper.findOpen(roundNo));
    }

    /** All meetings on the round, the first one first. */
    public List<Deliberation> ofRound(String roundNo) {
        return mapper.ofRound(roundNo);
    }

    /** The cases that were submitted and have no score to decide on yet. */
    List<EvaluationCase> unfinished(String roundNo) {
        return cases
                .ofRound(
                        roundNo,
                        CaseStatus.SELF_EVALUATION,
                        CaseStatus.PRELIMINARY_REVIEW,
                        CaseStatus.COMPREHENSIVE_EVALUATION)
                .stream()
                .filter(c -> c.submittedAt() != null)
                .toList();
    }

    /**
     * Puts every case that awaits deliberation on a new agenda.
     *
     * @param leaveOutReason why the round goes on without the unfinished cases, which then pass to the next round; null
     *     when nothing is left out
     * @return id of the deliberation
     * @throws Refusal when cases are unfinished and not left out, or nothing is there to decide on
     */
    String compile(String roundNo, @Nullable String leaveOutReason) {
        rounds.lock(roundNo);
        if (mapper.findOpen(roundNo) != null) {
            throw Refusal.conflict("批次 " + roundNo + " 已有待审议的议程;请先登记该次审议结果");
        }
        List<EvaluationCase> unfinished = unfinished(roundNo);
        List<String> unfinishedNos =
                unfinished.stream().map(EvaluationCase::caseNo).toList();
        if (!unfinished.isEmpty() && leaveOutReason == null) {
            throw Refusal.invalid(
                    "还有已提交的案卷尚未完成评价:" + CaseNumbers.named(unfinishedNos) + ";请待其完成,或勾选“本次不列入未完成的案卷”并说明理由,使其转入下一批次");
        }
        List<DeliberationMapper.Listed> listed = listed(roundNo);
        Deliberation created = new Deliberation(
                UUID.randomUUID().toString(),
                roundNo,
                mapper.lastSeq(roundNo) + 1,
                Deliberation.OPEN,
                null,
                null,
                null,
                null,
                null);
        mapper.insert(created, clock.millis(), actor.userId());
        CaseNumbers.inPieces(listed, items -> mapper.insertItems(created.deliberationId(), items));
        if (leaveOutReason != null) {
            leaveOut(unfinished, leaveOutReason);
        }
        audit.record(
                roundNo,
                "编制审议议程",
                created.deliberationId(),
                Map.of(
                        "cases",
                        listed.stream().map(DeliberationMapper.Listed::caseNo).toList(),
                        "leftOut",
                        unfinishedNos,
                        "reason",
                        leaveOutReason == null ? "" : leaveOutReason));
        return created.deliberationId();
    }

    private List<DeliberationMapper.Listed> listed(String roundNo) {
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(roundNo);
        List<DeliberationMapper.Listed> listed = new ArrayList<>();
        List<String> unscored = new ArrayList<>();
        for (EvaluationCase c : cases.ofRound(roundNo, CaseStatus.AWAITING_DELIBERATION)) {
            ScoresOfRound.ScoreLine line = lines.get(c.caseNo());
            if (line == null) {
                unscored.add(c.caseNo());
            } else {
                listed.add(new DeliberationMapper.Listed(c.caseNo(), line.computationNo()));
            }
        }
        if (!unscored.isEmpty()) {
            throw Refusal.conflict("待审议的案卷没有得分:" + CaseNumbers.named(unscored) + ";请先完成综合评价得分计算");
        }
        if (listed.isEmpty()) {
            throw Refusal.conflict("批次 " + roundNo + " 没有待党组会审议的案卷,不能编制议程");
        }
        return listed;
    }

    private void leaveOut(List<EvaluationCase> unfinished, String reason) {
        for (EvaluationCase c : unfinished) {
            cases.note(c.caseNo(), "未列入审议议程,转入下一批次:" + reason);
            audit.record(c.caseNo(), "未列入审议议程", c.caseNo(), Map.of("reason", reason));
        }
        messages.fanOut(
                DeliberationProcess.CASE_CLOSED,
                unfinished.stream().map(EvaluationCase::processInstanceId).toList());
    }

    /** Makes the recorded decisions final and tells every case, one job each. */
    void apply(String deliberationId) {
        Deliberation deliberation = mapper.lock(deliberationId);
        if (deliberation == null) {
            throw Refusal.notFound("没有审议 " + deliberationId);
        }
        if (mapper.decide(deliberationId) == 0) {
            throw Refusal.conflict("第 " + deliberation.seq() + " 次审议的结果尚未登记或已下达");
        }
        dropReopened(deliberation);
        List<AgendaItem> items = mapper.items(deliberationId);
        mapper.finalise(deliberationId, clock.millis());
        // at once for all, so that the round sees its next step; the processes of the cases follow by one job each
        items.forEach(item -> settle(item.caseNo()));
        audit.record(
                deliberation.roundNo(),
                "下达审议决定",
                deliberationId,
                Map.of("minutesNo", Objects.requireNonNullElse(deliberation.minutesNo(), ""), "cases", items.size()));
        messages.fanOut(
                DeliberationProcess.DECIDED,
                items.stream().map(AgendaItem::processInstanceId).toList());
    }

    /** The items whose case no longer awaits deliberation, or not with the score that was put on the agenda. */
    List<String> reopened(Deliberation deliberation) {
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(deliberation.roundNo());
        return mapper.items(deliberation.deliberationId()).stream()
                .filter(item -> {
                    ScoresOfRound.ScoreLine line = lines.get(item.caseNo());
                    return item.caseStatus() != CaseStatus.AWAITING_DELIBERATION
                            || line == null
                            || line.computationNo() != item.computationNo();
                })
                .map(AgendaItem::caseNo)
                .toList();
    }

    /** Takes reopened cases off the agenda: the meeting saw a score that is no longer theirs. */
    List<String> dropReopened(Deliberation deliberation) {
        List<String> gone = reopened(deliberation);
        CaseNumbers.inPieces(gone, caseNos -> mapper.drop(deliberation.deliberationId(), caseNos));
        if (!gone.isEmpty()) {
            audit.record(deliberation.roundNo(), "移出审议议程", deliberation.deliberationId(), Map.of("cases", gone));
        }
        return gone;
    }

    /** Moves a case to where the latest decision sends it. */
    DeliberationOutcome take(String caseNo) {
        return decided(caseNo).outcome();
    }

    private Decision decided(String caseNo) {
        return Optional.ofNullable(mapper.latestDecision(caseNo))
                .orElseThrow(() -> Refusal.conflict("案卷 " + caseNo + " 没有审议决定"));
    }

    private void settle(String caseNo) {
        Decision decision = decided(caseNo);
        String reason = decision.reason();
        String words = decision.minutesNo() + " " + decision.outcome().chinese() + (reason == null ? "" : ":" + reason);
        cases.advance(caseNo, decision.outcome().leadsTo(), List.of(CaseStatus.AWAITING_DELIBERATION), words);
        if (decision.outcome() == DeliberationOutcome.RETURN_COMPREHENSIVE_EVALUATION) {
            scores.reopen(caseNo, words, actor.userId());
        } else if (decision.outcome() == DeliberationOutcome.RETURN_PRELIMINARY_REVIEW) {
            cases.reopened(caseNo);
        }
    }

    /** The agenda that lies before the meeting is sent back: its draft decisions count no longer and stay on record. */
    void discard(String roundNo, String reason) {
        rounds.lock(roundNo);
        if (mapper.discardOpen(roundNo) > 0) {
            audit.record(roundNo, "审议议程作废", roundNo, Map.of("reason", reason));
        }
    }
}
