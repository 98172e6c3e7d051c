package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.evidence.Evidence;
import cn.lianping.evidence.EvidenceAccess;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.identity.People;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who may put which file into a case, and who may read it. */
@Component
class CaseEvidenceAccess implements EvidenceAccess {

    private static final String SEAL_REPORT = "userTask_sealReport";
    private static final String ELEMENT_TASK = "userTask_selfEvaluateElement";
    private static final Set<EvidenceKind> SUPERVISED = EnumSet.of(EvidenceKind.OBJECTION, EvidenceKind.FINDING);
    private static final Set<String> OBJECTION_TASKS = Set.of(
            PublicityProcess.ACCEPT_OBJECTION,
            PublicityProcess.INVESTIGATE_OBJECTION,
            PublicityProcess.DECIDE_OBJECTION);
    private static final List<String> OFFICES = List.of(
            Groups.PROVINCE_OFFICE,
            Groups.PROVINCE_SCIENCE,
            Groups.PROVINCE_INDUSTRY,
            Groups.PARTY_GROUP_OFFICE,
            Groups.SUPERVISION);

    private final TaskDesk tasks;
    private final EvidenceService evidence;
    private final Cases cases;
    private final Registry registry;
    private final Reader reader;
    private final People people;
    private final CurrentActor actor;

    CaseEvidenceAccess(
            TaskDesk tasks,
            @Lazy EvidenceService evidence,
            Cases cases,
            Registry registry,
            Reader reader,
            People people,
            CurrentActor actor) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.cases = cases;
        this.registry = registry;
        this.reader = reader;
        this.people = people;
        this.actor = actor;
    }

    @Override
    public EvidenceSlot slotForTask(String taskId, EvidenceKind kind, @Nullable Integer element) {
        TaskDesk.OpenTask task = tasks.require(taskId);
        boolean sealTask = SEAL_REPORT.equals(task.taskKey());
        List<EvidenceKind> taken = TaskPapers.takenBy(task.taskKey());
        if (!taken.contains(kind)) {
            throw Refusal.invalid(
                    taken.isEmpty() ? "本任务不接收文件" : "本任务只接收“" + taken.get(0).label() + "”,不接收“" + kind.label() + "”");
        }
        if (SUPERVISED.contains(kind) && !actor.isMemberOf(Groups.SUPERVISION)) {
            throw Refusal.forbidden("核查材料只能由监督人员上传");
        }
        Integer place = element;
        if (ELEMENT_TASK.equals(task.taskKey())) {
            place = Integer.valueOf(tasks.variable(taskId, "element"));
        }
        return new EvidenceSlot(
                task.businessKey(), kind, place, sealTask ? tasks.variable(taskId, "member") : null, taskId);
    }

    @Override
    public List<Evidence> visibleForTask(String taskId) {
        TaskDesk.OpenTask task = tasks.require(taskId);
        Stream<Evidence> files = evidence.history(task.businessKey()).stream();
        if (OBJECTION_TASKS.contains(task.taskKey())) {
            // what an objector sent lies under the receipt, apart from the case
            String receipt = tasks.variable(taskId, PublicityProcess.RECEIPT_NO.name());
            files = Stream.concat(evidence.history(receipt).stream(), files);
        }
        return files.filter(file -> readable(file, true)).toList();
    }

    @Override
    public List<Evidence> visibleForCase(String caseNo) {
        reader.require(caseNo);
        return evidence.list(caseNo).stream()
                .filter(file -> readable(file, true))
                .toList();
    }

    @Override
    public String uploaderOf(Evidence file) {
        return CurrentActor.PUBLIC.equals(file.uploadedBy()) ? "公开页面" : people.nameOf(file.uploadedBy());
    }

    @Override
    public void requireReadable(Evidence file) {
        if (!readable(file, tasks.hasOpenTask(file.scope()))) {
            throw Refusal.notFound("没有这个文件,或您无权查看");
        }
    }

    private boolean readable(Evidence file, boolean works) {
        if (actor.userId().equals(file.uploadedBy())) {
            return true;
        }
        if (SUPERVISED.contains(file.kind())) {
            return actor.isMemberOf(Groups.SUPERVISION);
        }
        if (works || OFFICES.stream().anyMatch(actor::isMemberOf)) {
            return true;
        }
        Optional<EvaluationCase> found = cases.find(file.scope());
        return found.isPresent() && concerns(found.get());
    }

    /** The departments of the area, and the member units of the alliance. */
    private boolean concerns(EvaluationCase found) {
        return actor.isMemberOf(Groups.science(found.areaCode()))
                || actor.isMemberOf(Groups.industry(found.areaCode()))
                || registry.members(found.allianceId()).stream()
                        .map(Organisation::code)
                        .anyMatch(code -> actor.isMemberOf(Groups.org(code)));
    }
}
