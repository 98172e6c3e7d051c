package cn.lianping.rehearsal.replay;

import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.deliberation.Agenda;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.identity.Groups;
import cn.lianping.office.Handling;
import cn.lianping.office.Signers;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Objections;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Desk;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Does again what people did beside their forms. Whoever did it then may do it now, whatever office they are in today. */
@RehearsalOnly
class Hands {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** A contact that reads like one and reaches nobody. */
    private static final String NOBODY = "nobody@example.invalid";

    private final Desk desk;
    private final Registry registry;
    private final Cases cases;
    private final RoundCourse course;
    private final Recusals recusals;
    private final Notices notices;
    private final Objections objections;
    private final EvidenceService evidence;
    private final Agenda agenda;
    private final Handling handling;
    private final Signers signers;

    Hands(
            Desk desk,
            Registry registry,
            Cases cases,
            RoundCourse course,
            Recusals recusals,
            Notices notices,
            Objections objections,
            EvidenceService evidence,
            Agenda agenda,
            Handling handling,
            Signers signers) {
        this.desk = desk;
        this.registry = registry;
        this.cases = cases;
        this.course = course;
        this.recusals = recusals;
        this.notices = notices;
        this.objections = objections;
        this.evidence = evidence;
        this.agenda = agenda;
        this.handling = handling;
        this.signers = signers;
    }

    /** Starts a process through its form; the answer is the business key. */
    String start(String person, String process, @Nullable String area, Map<String, Object> form) {
        switch (process) {
            case "alliance-evaluation" -> {
                String lead = registry.alliance(String.valueOf(form.get("allianceId")))
                        .leadCode();
                admit(person, Groups.org(lead));
                admit(person, Groups.ORGANISATION);
            }
            case "evaluation-round" -> admit(person, Groups.PROVINCE_OFFICE);
            case "objection-handling" -> {
                admit(person, Groups.SUPERVISION);
                // who wrote is not on record, because not everybody may know
                form.putIfAbsent("realName", "(不在记录中)");
                form.putIfAbsent("contact", NOBODY);
                form.putIfAbsent("statement", "(不在记录中)");
            }
            default -> {}
        }
        return String.valueOf(desk.start(person, process, area, form).getBusinessKey());
    }

    /** The person may do the task. */
    void admit(String person, Task task) {
        desk.offeredTo(task).forEach(group -> admit(person, group));
    }

    private void admit(String person, String group) {
        desk.enrol(person, person, group);
    }

    void withdraw(String person, String caseNo, String reason) {
        admit(person, Groups.org(cases.require(caseNo).leadCode()));
        desk.as(person, () -> course.withdraw(caseNo, reason));
    }

    void object(String caseNo) {
        String notice = notices.latestFor(caseNo).orElseThrow().noticeId();
        objections.receive(notice, new Objections.Submission(caseNo, "(不在记录中)", NOBODY, "(不在记录中)"), null);
    }

    void recuse(String person, String caseNo, String expert, @Nullable String replacement, String reason) {
        admit(person, Groups.PROVINCE_OFFICE);
        desk.as(person, () -> recusals.order(caseNo, expert, replacement, reason));
    }

    /** Puts a file where the step wants one. */
    void upload(String person, Task task, EvidenceKind kind, @Nullable String member) {
        desk.as(
                person,
                () -> evidence.upload(
                        new EvidenceSlot(String.valueOf(task.getDescription()), kind, null, member, task.getId()),
                        "重演.pdf",
                        new ByteArrayInputStream(PDF)));
    }

    void decide(String person, String roundNo, String caseNo, String decision, String reason) {
        desk.as(
                person,
                () -> agenda.draft(
                        roundNo,
                        CanonicalJson.write(
                                List.of(Map.of("caseNo", caseNo, "decision", decision, "reason", reason)))));
    }

    void sendBack(String person, Task task, String step, String words) {
        held(person, task);
        desk.as(person, () -> handling.sendBack(task.getId(), step, words));
    }

    void takeBack(String person, String doneTaskId, String words) {
        desk.as(person, () -> handling.takeBack(doneTaskId, words));
    }

    void addSigner(String person, Task task, String signer, String question) {
        held(person, task);
        // whom the person could ask then can be asked now
        admit(signer, task);
        desk.as(person, () -> signers.add(task.getId(), signer, question));
    }

    void removeSigner(String person, Task task, String signer, String words) {
        desk.as(
                person,
                () -> signers.of(task.getId()).stream()
                        .filter(one -> one.signer().equals(signer) && one.waits())
                        .forEach(one -> signers.remove(task.getId(), one.id(), words)));
    }

    private void held(String person, Task task) {
        admit(person, task);
        if (task.getAssignee() == null) {
            desk.as(person, () -> desk.claim(person, task.getId()));
        }
    }
}
