package cn.lianping.deliberation;

import cn.lianping.Refusal;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.round.Rounds;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies before the party group, and the form of its minutes (article 6.4). Both are issued when they are asked for:
 * until the meeting cases leave the agenda, and the decisions are drafted; what was printed before stays as a version.
 */
@Service
public class MeetingPapers {

    private static final String NONE = "";

    private final DeliberationMapper mapper;
    private final Rounds rounds;
    private final ScoresOfRound scores;
    private final CaseSummaries summaries;
    private final Deliberations deliberations;
    private final DocumentService documents;

    MeetingPapers(
            DeliberationMapper mapper,
            Rounds rounds,
            ScoresOfRound scores,
            CaseSummaries summaries,
            Deliberations deliberations,
            DocumentService documents) {
        this.mapper = mapper;
        this.rounds = rounds;
        this.scores = scores;
        this.summaries = summaries;
        this.deliberations = deliberations;
        this.documents = documents;
    }

    /**
     * The briefing pack (会议材料) of a meeting: the agenda by place with the scores, and each case in a few lines. After
     * the meeting it is the last one that was issued before it.
     *
     * @throws Refusal not found, when there is no such meeting, or none was issued before it
     */
    @Transactional
    public Document briefing(String roundNo, int seq) {
        Deliberation meeting = require(roundNo, seq);
        if (!Deliberation.OPEN.equals(meeting.status())) {
            return documents
                    .latest(roundNo, DocumentKind.BRIEFING, String.valueOf(seq))
                    .orElseThrow(() -> Refusal.notFound("第 " + seq + " 次审议的结果已登记,会前没有生成过会议材料"));
        }
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(roundNo);
        List<String> gone = deliberations.reopened(meeting);
        List<AgendaItem> items = ranked(
                mapper.items(meeting.deliberationId()).stream()
                        .filter(item -> !gone.contains(item.caseNo()))
                        .toList(),
                lines);
        Map<String, CaseSummaries.Summary> said =
                summaries.of(items.stream().map(AgendaItem::caseNo).toList());
        return documents.produce(
                DocumentKind.BRIEFING,
                roundNo,
                String.valueOf(seq),
                "党组会审议会议材料",
                Map.of(
                        "round", rounds.require(roundNo).title(),
                        "meeting", seq,
                        "items",
                                items.stream()
                                        .map(item -> briefed(
                                                item,
                                                lines.get(item.caseNo()),
                                                Objects.requireNonNull(said.get(item.caseNo()))))
                                        .toList()));
    }

    /**
     * The minutes of a meeting to be completed by hand and signed: filled in as far as the platform knows.
     *
     * @throws Refusal not found, when there is no such meeting
     */
    @Transactional
    public Document minutesForm(String roundNo, int seq) {
        Deliberation meeting = require(roundNo, seq);
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(roundNo);
        LocalDate held = meeting.meetingDate();
        return documents.produce(
                DocumentKind.MINUTES_FORM,
                roundNo,
                String.valueOf(seq),
                "党组会审议会议纪要",
                Map.of(
                        "round", rounds.require(roundNo).title(),
                        "meeting", seq,
                        "minutesNo", text(meeting.minutesNo()),
                        "meetingDate", held == null ? NONE : OfficialDate.of(held),
                        "members", text(meeting.memberCount()),
                        "present", text(meeting.presentCount()),
                        "recused", text(meeting.recused()),
                        "quorum",
                                "实到须为应到的"
                                        + rounds.policyOf(roundNo)
                                                .deliberation()
                                                .quorum()
                                                .value()
                                                .label(),
                        "items",
                                ranked(mapper.deliberated(meeting.deliberationId()), lines).stream()
                                        .map(item -> decided(item, lines.get(item.caseNo())))
                                        .toList()));
    }

    private Deliberation require(String roundNo, int seq) {
        return mapper.ofRound(roundNo).stream()
                .filter(meeting -> meeting.seq() == seq)
                .findAny()
                .orElseThrow(() -> Refusal.notFound("批次 " + roundNo + " 没有第 " + seq + " 次审议"));
    }

    private static List<AgendaItem> ranked(List<AgendaItem> items, Map<String, ScoresOfRound.ScoreLine> lines) {
        return items.stream()
                .sorted(Comparator.comparingInt((AgendaItem item) -> Optional.ofNullable(lines.get(item.caseNo()))
                                .map(ScoresOfRound.ScoreLine::place)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(AgendaItem::caseNo))
                .toList();
    }

    private static Map<String, Object> briefed(
            AgendaItem item, ScoresOfRound.@Nullable ScoreLine line, CaseSummaries.Summary said) {
        Map<String, Object> row = scored(item, line);
        row.put("area", item.area());
        row.put("field", item.field());
        row.put("lead", said.lead());
        row.put("members", said.members());
        row.put("self", said.self());
        row.put("review", said.review());
        row.put("recommendation", said.recommendation());
        row.put("remark", said.remark());
        return row;
    }

    private static Map<String, Object> decided(AgendaItem item, ScoresOfRound.@Nullable ScoreLine line) {
        Map<String, Object> row = scored(item, line);
        DeliberationOutcome decision = item.decision();
        row.put("decision", decision == null ? NONE : decision.chinese());
        row.put("reason", text(item.reason()));
        return row;
    }

    /** The score that lay before the meeting; a later one is not the meeting's. */
    private static Map<String, Object> scored(AgendaItem item, ScoresOfRound.@Nullable ScoreLine line) {
        boolean same = line != null && line.computationNo() == item.computationNo();
        Map<String, Object> row = new HashMap<>();
        row.put("caseNo", item.caseNo());
        row.put("alliance", item.alliance());
        row.put("place", line == null || !same ? "—" : String.valueOf(line.place()));
        row.put(
                "divisionMean",
                line == null || !same ? "—" : line.divisionMean().toPlainString());
        row.put("expertMean", line == null || !same ? "—" : line.expertMean().toPlainString());
        row.put("total", line == null || !same ? "—" : line.total().toPlainString());
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }
}
