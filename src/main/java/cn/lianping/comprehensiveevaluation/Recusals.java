package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.RoundCourse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Experts who step back or have to (回避): for good, for the whole alliance, each with reason and time. */
@Service
public class Recusals {

    private static final int LONGEST_REASON = 1000;

    /** Where a scored case can still be taken back from; later it is released or ended. */
    private static final Set<CaseStatus> SCORED =
            Set.of(CaseStatus.AWAITING_DELIBERATION, CaseStatus.CONFIRMED, CaseStatus.NOTICED, CaseStatus.NOTICE_ENDED);

    private final PanelMapper mapper;
    private final Panels panels;
    private final EvaluationSheets sheets;
    private final Registry registry;
    private final Cases cases;
    private final RoundCourse course;
    private final ProcessMessages messages;
    private final PanelDocuments documents;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    Recusals(
            PanelMapper mapper,
            Panels panels,
            EvaluationSheets sheets,
            Registry registry,
            Cases cases,
            RoundCourse course,
            ProcessMessages messages,
            PanelDocuments documents,
            CurrentActor actor,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.panels = panels;
        this.sheets = sheets;
        this.registry = registry;
        this.cases = cases;
        this.course = course;
        this.messages = messages;
        this.documents = documents;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Staff order an expert to step back: the sheet is voided, the seat replaced or freed, and the waiting process woken
     * or the evaluation reopened.
     *
     * @param replacement who shall sit there instead; null for the next of the reserve
     */
    @Transactional
    public void order(String caseNo, String expert, @Nullable String replacement, String reason) {
        remove(caseNo, expert, replacement, reason, Recusal.Ground.ORDERED);
    }

    /** The same after an upheld objection; the expert must have been on the panel. */
    @Transactional
    public void replaceAfterObjection(String caseNo, String expert, @Nullable String replacement, String reason) {
        if (panels.seatOf(caseNo, expert).isEmpty()) {
            throw Refusal.invalid("“%s”不在案卷 %s 的专家组中,请核对专家".formatted(expert, caseNo));
        }
        remove(caseNo, expert, replacement, reason, Recusal.Ground.OBJECTION);
    }

    /** The expert of a seat asks to step back; the diagram goes on to the replacement. */
    @Transactional
    void declare(String caseNo, int seat, String expert, String reason) {
        EvaluationCase found = cases.lock(caseNo);
        if (sheets.validOf(caseNo, Sheet.Kind.EXPERT, expert).isPresent()) {
            throw Refusal.conflict("评审表已提交,请联系省厅办公室办理回避");
        }
        record(found, expert, Recusal.Ground.DECLARED, reason);
        panels.vacate(caseNo, seat);
    }

    private void remove(
            String caseNo, String expert, @Nullable String replacement, String reason, Recusal.Ground ground) {
        // the round first: what the expert's sheet counted in may be on its way to the release
        course.suspendRelease(
                cases.require(caseNo).roundNo(),
                () -> removeFrom(cases.lock(caseNo), expert, replacement, reason, ground));
    }

    /** The answer is whether a case leaves the list of a release. */
    private boolean removeFrom(
            EvaluationCase found, String expert, @Nullable String replacement, String reason, Recusal.Ground ground) {
        String caseNo = found.caseNo();
        if (found.status().ended()) {
            throw Refusal.conflict(
                    "案卷 %s 已为“%s”,不能再办理回避".formatted(caseNo, found.status().chinese()));
        }
        registry.expert(expert);
        Optional<Seat> seat = panels.seatOf(caseNo, expert);
        if (seat.isEmpty() && replacement != null) {
            throw Refusal.invalid("“%s”不在专家组中,无须补派;请不填补派专家".formatted(expert));
        }
        record(found, expert, ground, reason);
        if (seat.isEmpty()) {
            return false;
        }
        int number = seat.get().seat();
        boolean voided = sheets.voidOf(caseNo, expert, reason, actor.userId());
        panels.vacate(caseNo, number);
        if (replacement == null) {
            panels.appointReplacement(caseNo, number);
        } else {
            panels.appoint(found, number, replacement);
        }
        if (found.status() == CaseStatus.COMPREHENSIVE_EVALUATION) {
            if (!voided) {
                // nobody waits before the confirmation; the panel to confirm is already the new one
                messages.deliverWhere(
                        ComprehensiveEvaluationProcess.EXPERT_RECUSED,
                        caseNo,
                        ComprehensiveEvaluationProcess.SEAT.name(),
                        String.valueOf(number));
            }
        } else if (SCORED.contains(found.status())) {
            cases.advance(caseNo, CaseStatus.COMPREHENSIVE_EVALUATION, List.of(found.status()), "专家回避:" + reason);
            messages.deliver(
                    ComprehensiveEvaluationProcess.EVALUATION_REOPENED,
                    found.processInstanceId(),
                    "案卷 " + caseNo + " 的流程此刻不能重启综合评价,请稍后再试");
        }
        return found.status() == CaseStatus.NOTICE_ENDED;
    }

    private void record(EvaluationCase found, String expert, Recusal.Ground ground, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("请填写回避理由,不超过 %d 字".formatted(LONGEST_REASON));
        }
        if (mapper.findRecusals(found.allianceId()).stream()
                .anyMatch(r -> r.expert().equals(expert))) {
            throw Refusal.conflict("“%s”对该联盟已回避,无须重复办理".formatted(expert));
        }
        Recusal recusal =
                new Recusal(found.allianceId(), expert, found.caseNo(), ground, reason, clock.millis(), actor.userId());
        mapper.insertRecusal(recusal);
        documents.recusal(found, recusal);
        audit.record(found.caseNo(), "专家回避", expert, Map.of("ground", ground.name(), "reason", reason));
    }
}
