package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The cases and where they stand. Stages move a case forward with {@link #advance}. */
@Service
public class Cases {

    private final RoundMapper mapper;
    private final AuditLog audit;
    private final Clock clock;

    Cases(RoundMapper mapper, AuditLog audit, Clock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** The case; refuses if there is none. */
    public EvaluationCase require(String caseNo) {
        return find(caseNo).orElseThrow(() -> Refusal.notFound("没有案卷 " + caseNo));
    }

    /** The case, if there is one of this number. */
    public Optional<EvaluationCase> find(String caseNo) {
        return Optional.ofNullable(mapper.findCase(caseNo));
    }

    /** The id of the alliance by case number, of every case there is. */
    public Map<String, String> alliances() {
        Map<String, String> alliances = new HashMap<>();
        mapper.alliances().forEach(row -> alliances.put(row.caseNo(), row.allianceId()));
        return alliances;
    }

    /** The case, locked until the transaction ends. */
    public EvaluationCase lock(String caseNo) {
        EvaluationCase found = mapper.lockCase(caseNo);
        if (found == null) {
            throw Refusal.notFound("没有案卷 " + caseNo);
        }
        return found;
    }

    /** The cases of a round in any of the statuses (none given: all), by case number. */
    public List<EvaluationCase> ofRound(String roundNo, CaseStatus... statuses) {
        return mapper.cases(roundNo, Arrays.asList(statuses));
    }

    /** Whether the alliance already has a case in the round. */
    public boolean exists(String roundNo, String allianceId) {
        return mapper.casesOfAlliance(allianceId).stream()
                .anyMatch(c -> c.roundNo().equals(roundNo));
    }

    /**
     * Moves a case on; refuses when it does not stand where the act expects it.
     *
     * @param reason why, for the record
     */
    public void advance(String caseNo, CaseStatus to, Collection<CaseStatus> from, String reason) {
        if (mapper.updateCaseStatus(caseNo, from, to) == 0) {
            EvaluationCase found = require(caseNo);
            throw Refusal.conflict("案卷 " + caseNo + " 现为“" + found.status().chinese() + "”,不能转为“" + to.chinese() + "”");
        }
        audit.record(caseNo, "状态变更", to.name(), Map.of("to", to.chinese(), "reason", reason));
    }

    /** What the case waits for, shown to the people who work on it; null when nothing. */
    public void note(String caseNo, @Nullable String note) {
        mapper.updateNote(caseNo, note);
    }

    /** Notes the first submission of the self-evaluation report. */
    public void submitted(String caseNo) {
        mapper.updateSubmitted(caseNo, clock.millis());
    }

    /** Records that the process of a withdrawn case followed; its status was set by the act itself. */
    void followWithdrawal(String caseNo) {
        audit.record(
                caseNo,
                "登记撤回",
                caseNo,
                Map.of("status", require(caseNo).status().chinese()));
    }

    /** Ends a case: one that was never submitted has its status already, one left out of the agenda is carried over. */
    void closeByRound(String caseNo) {
        if (!require(caseNo).status().ended()) {
            advance(
                    caseNo,
                    CaseStatus.DEFERRED,
                    EnumSet.range(CaseStatus.SELF_EVALUATION, CaseStatus.AWAITING_DELIBERATION),
                    "未列入审议议程,转入下一批次");
        }
        audit.record(
                caseNo,
                "登记终止",
                caseNo,
                Map.of("status", require(caseNo).status().chinese()));
    }

    /** Counts one more opening of the self-evaluation. */
    public void reopened(String caseNo) {
        mapper.nextAttempt(caseNo);
    }

    /** Registers a new case and gives it the next number of the round. */
    EvaluationCase register(Round round, String allianceId, String area, String lead, String instanceId, String who) {
        if (exists(round.roundNo(), allianceId)) {
            throw Refusal.conflict("该联盟在批次 " + round.roundNo() + " 中已有案卷,不能重复申报");
        }
        mapper.nextCase(round.roundNo());
        String caseNo = String.format(Locale.ROOT, "%s-%04d", round.roundNo(), mapper.lastCaseSeq(round.roundNo()));
        var created = new EvaluationCase(
                caseNo, round.roundNo(), allianceId, area, lead, CaseStatus.SELF_EVALUATION, 0, instanceId, null, null);
        mapper.insertCase(created, clock.millis(), who);
        return created;
    }
}
