package cn.lianping.deliberation;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Takes the minutes in (article 6.4): the meeting could decide, the file is there, every case has a decision. */
@Service
class MeetingRecord {

    private final DeliberationMapper mapper;
    private final Deliberations deliberations;
    private final Rounds rounds;
    private final EvidenceService evidence;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    MeetingRecord(
            DeliberationMapper mapper,
            Deliberations deliberations,
            Rounds rounds,
            EvidenceService evidence,
            AuditLog audit,
            CurrentActor actor,
            Clock clock) {
        this.mapper = mapper;
        this.deliberations = deliberations;
        this.rounds = rounds;
        this.evidence = evidence;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Records the meeting; nothing reaches the cases before {@link Deliberations#apply}.
     *
     * @param confirmRest whether every case without a decision is confirmed
     */
    void record(String deliberationId, Minutes minutes, boolean confirmRest) {
        Deliberation open = mapper.lock(deliberationId);
        if (open == null || !Deliberation.OPEN.equals(open.status())) {
            throw Refusal.conflict("该次审议的结果已经登记,不能重复登记");
        }
        minutes.requireValid(
                rounds.policyOf(open.roundNo()).deliberation().quorum().value(), LocalDate.now(clock));
        if (mapper.minutesInUse(minutes.minutesNo()) > 0) {
            throw Refusal.invalid("会议纪要编号“" + minutes.minutesNo() + "”已登记过;请核对编号");
        }
        requireFile(open);
        deliberations.dropReopened(open);
        List<AgendaItem> items = mapper.items(deliberationId);
        requireReasons(items);
        confirm(
                deliberationId,
                items.stream()
                        .filter(i -> i.decision() == null)
                        .map(AgendaItem::caseNo)
                        .toList(),
                confirmRest);
        mapper.record(
                new Deliberation(
                        deliberationId,
                        open.roundNo(),
                        open.seq(),
                        Deliberation.RECORDED,
                        minutes.minutesNo(),
                        minutes.meetingDate(),
                        minutes.present(),
                        minutes.members(),
                        minutes.recused()),
                clock.millis(),
                actor.userId());
        audit.record(open.roundNo(), "登记审议结果", deliberationId, decisions(minutes, mapper.items(deliberationId)));
    }

    /** A second meeting on a round needs minutes of its own: each meeting adds one file. */
    private void requireFile(Deliberation open) {
        int files = evidence.list(open.roundNo(), EvidenceKind.MINUTES).size();
        int meeting = mapper.countRecorded(open.roundNo()) + 1;
        if (files < meeting) {
            throw Refusal.invalid("尚未上传第 " + meeting + " 次审议的会议纪要(本批次现有 " + files + " 份);请先在“证据材料”页签上传会议纪要");
        }
    }

    private static void requireReasons(List<AgendaItem> items) {
        List<String> silent = items.stream()
                .filter(i -> i.decision() != null && i.decision().needsReason())
                .filter(i -> i.reason() == null || i.reason().isBlank())
                .map(AgendaItem::caseNo)
                .toList();
        if (!silent.isEmpty()) {
            throw Refusal.invalid("不予确认的决定须说明理由:" + CaseNumbers.named(silent) + " 没有理由;请在“审议清单”中填写");
        }
    }

    private void confirm(String deliberationId, List<String> undecided, boolean confirmRest) {
        if (undecided.isEmpty()) {
            return;
        }
        if (!confirmRest) {
            throw Refusal.invalid("还没有决定的案卷:" + CaseNumbers.named(undecided) + ";请在“审议清单”中逐件决定,或勾选“其余全部确认”");
        }
        CaseNumbers.inPieces(
                undecided, caseNos -> mapper.draft(deliberationId, caseNos, DeliberationOutcome.CONFIRM, null));
    }

    private static Map<String, Object> decisions(Minutes minutes, List<AgendaItem> items) {
        Map<String, String> decided = new LinkedHashMap<>();
        items.forEach(i -> decided.put(
                i.caseNo(), i.decision() + (i.reason() == null || i.reason().isBlank() ? "" : ":" + i.reason())));
        return Map.of(
                "minutesNo",
                minutes.minutesNo(),
                "meetingDate",
                minutes.meetingDate().toString(),
                "present",
                minutes.present(),
                "members",
                minutes.members(),
                "recused",
                minutes.recused() == null ? "" : minutes.recused(),
                "decisions",
                decided);
    }
}
