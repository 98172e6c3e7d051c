package cn.lianping.office;

import cn.lianping.process.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Does the office actions with the rights of a login, for tests of all packages. */
public class OfficeDesk {

    private final Desk desk;
    private final TaskService tasks;
    private final Handling handling;
    private final Signers signers;
    private final Copies copies;
    private final Urging urging;
    private final Absences absences;
    private final Drafts drafts;
    private final ActionsController actions;

    public OfficeDesk(
            Desk desk,
            TaskService tasks,
            Handling handling,
            Signers signers,
            Copies copies,
            Urging urging,
            Absences absences,
            Drafts drafts,
            ActionsController actions) {
        this.desk = desk;
        this.tasks = tasks;
        this.handling = handling;
        this.signers = signers;
        this.copies = copies;
        this.urging = urging;
        this.absences = absences;
        this.drafts = drafts;
        this.actions = actions;
    }

    /** Somebody responsible claims the task; the answer is who. */
    public String claim(Task task) {
        String who = desk.responsible(task);
        claim(who, task);
        return who;
    }

    /** This person claims the task. */
    public void claim(String who, Task task) {
        if (task.getAssignee() == null) {
            desk.as(who, () -> tasks.claim(task.getId(), who));
        }
    }

    /** The words of what is offered to the person at the task. */
    public List<String> offered(String who, Task task) {
        return desk.as(
                who,
                () -> actions.actions(task.getId()).actions().stream()
                        .map(ActionsController.Choice::action)
                        .toList());
    }

    /** The steps that are offered to the person to send the task back to. */
    public List<String> steps(String who, Task task) {
        return desk.as(
                who,
                () -> actions.actions(task.getId()).returnTo().stream()
                        .map(step -> step.key())
                        .toList());
    }

    public void sendBack(String who, Task task, String step) {
        desk.as(who, () -> handling.sendBack(task.getId(), step, "请更正后再办"));
    }

    public String takeBack(String who, Task done) {
        return desk.as(who, () -> handling.takeBack(done.getId(), "填写有误"));
    }

    public void transfer(String who, Task task, String to) {
        desk.as(who, () -> handling.transfer(task.getId(), to, "请代为办理"));
    }

    public void delegate(String who, Task task, String to) {
        desk.as(who, () -> handling.delegate(task.getId(), to, "请先拟办"));
    }

    public void addSigner(String who, Task task, String signer) {
        desk.as(who, () -> signers.add(task.getId(), signer, "请提出意见"));
    }

    public void removeSigner(String who, Task task) {
        desk.as(
                who,
                () -> signers.of(task.getId()).stream()
                        .filter(Signer::waits)
                        .forEach(one -> signers.remove(task.getId(), one.id(), "不再需要")));
    }

    /** Whom the task waits for. */
    public List<String> waiting(Task task) {
        return signers.of(task.getId()).stream()
                .filter(Signer::waits)
                .map(Signer::signer)
                .toList();
    }

    public void copy(String who, Task task, String... to) {
        desk.as(who, () -> copies.send(task.getId(), List.of(to), "请阅知"));
    }

    public int copiesOf(String who) {
        return copies.count(who, "");
    }

    public void urge(String who, Task task) {
        desk.as(who, () -> urging.urge(task.getId(), "请尽快办理"));
    }

    public String standIn(String principal, String deputy, String from, String to) {
        return desk.as(principal, () -> absences.name(deputy, LocalDate.parse(from), LocalDate.parse(to), "出差"));
    }

    public void revoke(String principal, String id) {
        desk.as(principal, () -> absences.revoke(id));
    }

    public void takeOver(String deputy, Task task) {
        desk.as(deputy, () -> absences.takeOver(task.getId()));
    }

    public Map<String, Integer> handOver(String admin, String from, String to) {
        return desk.as(admin, () -> absences.handOver(from, to, "调离"));
    }

    public void keep(String who, Task task, Map<String, Object> entries) {
        desk.as(who, () -> {
            drafts.keep(task.getId(), entries);
        });
    }
}
