package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.casefile.Reader.Role;
import cn.lianping.comprehensiveevaluation.SheetPapers;
import cn.lianping.deliberation.AgendaAccess;
import cn.lianping.deliberation.Deliberation;
import cn.lianping.deliberation.Deliberations;
import cn.lianping.deliberation.MeetingPapers;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentService;
import cn.lianping.engine.Collisions;
import cn.lianping.identity.Audience;
import cn.lianping.preliminaryreview.RecommendationSummary;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents that are made when somebody asks for them; asking twice gives the same one unless something changed. */
@RestController
@RequestMapping("/camunda/api/lianping")
class PapersController {

    private final Reader reader;
    private final ApprovalSheet approvalSheet;
    private final SheetPapers sheets;
    private final RecommendationSummary summary;
    private final MeetingPapers meetings;
    private final AgendaAccess agenda;
    private final Deliberations deliberations;
    private final Rounds rounds;
    private final DocumentService documents;

    PapersController(
            Reader reader,
            ApprovalSheet approvalSheet,
            SheetPapers sheets,
            RecommendationSummary summary,
            MeetingPapers meetings,
            AgendaAccess agenda,
            Deliberations deliberations,
            Rounds rounds,
            DocumentService documents) {
        this.reader = reader;
        this.approvalSheet = approvalSheet;
        this.sheets = sheets;
        this.summary = summary;
        this.meetings = meetings;
        this.agenda = agenda;
        this.deliberations = deliberations;
        this.rounds = rounds;
        this.documents = documents;
    }

    /** 打印审批单, for whom the case concerns: what they may read of it. */
    @GetMapping("/cases/{caseNo}/approval-sheet")
    ResponseEntity<byte[]> approvalSheet(@PathVariable String caseNo) {
        EvaluationCase found = reader.require(caseNo);
        Role role = reader.of(found);
        return issued(() -> approvalSheet.issue(found, role.audience()));
    }

    /** A reviewer's sheet, for the office alone. */
    @GetMapping("/cases/{caseNo}/sheets/{sheetId}")
    ResponseEntity<byte[]> sheet(@PathVariable String caseNo, @PathVariable String sheetId) {
        EvaluationCase found = reader.require(caseNo);
        if (!reader.of(found).reads(Audience.OFFICE)) {
            throw Refusal.notFound("没有这份评审表,或您无权查看");
        }
        return issued(() -> sheets.issue(caseNo, sheetId));
    }

    @GetMapping("/rounds/{roundNo}/areas/{area}/summary")
    ResponseEntity<byte[]> summary(@PathVariable String roundNo, @PathVariable String area) {
        return summary(roundNo, area, false);
    }

    @GetMapping("/rounds/{roundNo}/areas/{area}/summary.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String roundNo, @PathVariable String area) {
        return summary(roundNo, area, true);
    }

    private ResponseEntity<byte[]> summary(String roundNo, String area, boolean workbook) {
        reader.requireArea(area);
        rounds.require(roundNo);
        return issued(() -> summary.issue(roundNo, area, workbook));
    }

    /** The meetings on a round with the papers of each. */
    @GetMapping("/rounds/{roundNo}/meetings")
    List<Map<String, Object>> meetings(@PathVariable String roundNo) {
        reader.requireLeadership();
        rounds.require(roundNo);
        return deliberations.ofRound(roundNo).stream()
                .map(meeting -> Map.<String, Object>of(
                        "seq",
                        meeting.seq(),
                        "status",
                        meeting.status(),
                        "briefing",
                        "/rounds/" + roundNo + "/meetings/" + meeting.seq() + "/briefing",
                        "minutesForm",
                        "/rounds/" + roundNo + "/meetings/" + meeting.seq() + "/minutes-form"))
                .toList();
    }

    @GetMapping("/rounds/{roundNo}/meetings/{seq}/briefing")
    ResponseEntity<byte[]> briefing(@PathVariable String roundNo, @PathVariable int seq) {
        reader.requireLeadership();
        rounds.require(roundNo);
        return issued(() -> meetings.briefing(roundNo, seq));
    }

    @GetMapping("/rounds/{roundNo}/meetings/{seq}/minutes-form")
    ResponseEntity<byte[]> minutesForm(@PathVariable String roundNo, @PathVariable int seq) {
        reader.requireLeadership();
        rounds.require(roundNo);
        return issued(() -> meetings.minutesForm(roundNo, seq));
    }

    /** The same for the task that records the meeting, beside its agenda. */
    @GetMapping("/tasks/{taskId}/briefing")
    ResponseEntity<byte[]> briefingOfTask(@PathVariable String taskId) {
        String roundNo = agenda.roundNoOfTask(taskId);
        return issued(() -> meetings.briefing(roundNo, openMeeting(roundNo)));
    }

    @GetMapping("/tasks/{taskId}/minutes-form")
    ResponseEntity<byte[]> minutesFormOfTask(@PathVariable String taskId) {
        String roundNo = agenda.roundNoOfTask(taskId);
        return issued(() -> meetings.minutesForm(roundNo, openMeeting(roundNo)));
    }

    private int openMeeting(String roundNo) {
        return deliberations
                .openAgenda(roundNo)
                .map(Deliberation::seq)
                .orElseThrow(() -> Refusal.conflict("审议结果已登记,请在批次中查看会议材料"));
    }

    /** Two who ask at once may both make version 1; the second one then finds it. */
    private ResponseEntity<byte[]> issued(Supplier<Document> work) {
        Document document;
        try {
            document = Collisions.retry(work);
        } catch (DuplicateKeyException e) {
            document = Collisions.retry(work);
        }
        return Downloads.of(document, documents.bytes(document.id()));
    }
}
