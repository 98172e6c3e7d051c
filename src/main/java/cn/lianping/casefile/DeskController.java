package cn.lianping.casefile;

import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.document.Document;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.identity.People;
import cn.lianping.office.Urging;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.selfevaluation.SealState;
import cn.lianping.selfevaluation.SealedReport;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What lies beside the form of a task: which tabs it has, the case, the seals. Only for who may work the task. */
@RestController
@RequestMapping("/camunda/api/lianping")
class DeskController {

    private final TaskDesk tasks;
    private final Cases cases;
    private final Reader reader;
    private final CaseViews views;
    private final SealedReport report;
    private final People people;
    private final Urging urging;

    DeskController(
            TaskDesk tasks,
            Cases cases,
            Reader reader,
            CaseViews views,
            SealedReport report,
            People people,
            Urging urging) {
        this.tasks = tasks;
        this.cases = cases;
        this.reader = reader;
        this.views = views;
        this.report = report;
        this.people = people;
        this.urging = urging;
    }

    /**
     * What the page shows beside the form.
     *
     * @param caseNo null for the tasks of a round
     * @param roundNo for the tasks of a round, where the person may see all its cases
     * @param tabs among case, evidence, flow, diagram, seals, agenda, round
     * @param papers the kinds of file the task takes
     * @param element the element the task is about
     * @param member code of the member unit the task is about
     */
    record Desk(
            @Nullable String caseNo,
            @Nullable String roundNo,
            List<String> tabs,
            List<PaperKind> papers,
            @Nullable Integer element,
            @Nullable String member) {}

    /** A kind of file with its Chinese name. */
    record PaperKind(String kind, String name) {}

    @GetMapping("/tasks/{taskId}/desk")
    Desk desk(@PathVariable String taskId) {
        TaskDesk.OpenTask task = tasks.require(taskId);
        Optional<EvaluationCase> found = cases.find(task.businessKey());
        List<EvidenceKind> taken = TaskPapers.takenBy(task.taskKey());
        List<String> tabs = new ArrayList<>();
        found.ifPresent(one -> tabs.add("case"));
        if (found.isPresent() || !taken.isEmpty()) {
            tabs.add("evidence");
        }
        found.ifPresent(one -> tabs.addAll(List.of("flow", "diagram")));
        if (found.filter(one -> one.status() == CaseStatus.SELF_EVALUATION).isPresent()) {
            tabs.add("seals");
        }
        if (DeliberationProcess.RECORD_DELIBERATION.equals(task.taskKey())) {
            tabs.add("agenda");
        }
        boolean round = found.isEmpty() && reader.worksForOffice();
        if (round) {
            tabs.add("round");
        }
        boolean element = SelfEvaluationProcess.SELF_EVALUATE_ELEMENT.equals(task.taskKey());
        boolean seal = SelfEvaluationProcess.SEAL_REPORT.equals(task.taskKey());
        return new Desk(
                found.map(EvaluationCase::caseNo).orElse(null),
                round ? task.businessKey() : null,
                tabs,
                taken.stream()
                        .map(kind -> new PaperKind(kind.name(), kind.label()))
                        .toList(),
                element ? Integer.valueOf(tasks.variable(taskId, SelfEvaluationProcess.ELEMENT.name())) : null,
                seal ? tasks.variable(taskId, SelfEvaluationProcess.MEMBER.name()) : null);
    }

    /** A case on one page, for whom it concerns. */
    @GetMapping("/cases/{caseNo}")
    CaseView view(@PathVariable String caseNo) {
        return views.of(caseNo);
    }

    /** Who has sealed the self-evaluation report of a case, for whom the case concerns. */
    @GetMapping("/cases/{caseNo}/seals")
    Map<String, Object> seals(@PathVariable String caseNo) {
        reader.require(caseNo);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("progress", report.progress(caseNo));
        Optional<Document> document = report.document(caseNo);
        answer.put("documentId", document.map(Document::id).orElse(null));
        answer.put("verificationCode", report.verificationCode(caseNo).orElse(null));
        answer.put(
                "members",
                report.seals(caseNo).stream().map(seal -> row(caseNo, seal)).toList());
        return answer;
    }

    private Map<String, Object> row(String caseNo, SealState seal) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("member", seal.memberName());
        row.put("sealed", seal.sealed());
        String by = seal.sealedBy();
        Long at = seal.sealedAt();
        row.put("sealedBy", by == null ? null : people.nameOf(by));
        row.put("sealedAt", at == null ? null : Instant.ofEpochMilli(at).toString());
        row.put("evidenceId", seal.evidenceId());
        row.put(
                "taskId",
                seal.sealed()
                        ? null
                        : urging.sealTask(caseNo, seal.memberCode()).orElse(null));
        return row;
    }
}
