package cn.lianping.office;

import cn.lianping.engine.StepsBack;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The office actions at a task. Each endpoint checks by itself who asks; refusals change nothing. */
@RestController
@RequestMapping("/camunda/api/lianping")
class ActionsController {

    private final HeldTasks held;
    private final Handling handling;
    private final Signers signers;
    private final Copies copies;
    private final Urging urging;
    private final Colleagues colleagues;
    private final People people;
    private final CurrentActor actor;

    ActionsController(
            HeldTasks held,
            Handling handling,
            Signers signers,
            Copies copies,
            Urging urging,
            Colleagues colleagues,
            People people,
            CurrentActor actor) {
        this.held = held;
        this.handling = handling;
        this.signers = signers;
        this.copies = copies;
        this.urging = urging;
        this.colleagues = colleagues;
        this.people = people;
        this.actor = actor;
    }

    /** An action that the person may do now. */
    record Choice(String action, String label) {}

    /** Somebody asked for an opinion, as the page shows it. */
    record SignerView(
            String id,
            String name,
            String state,
            String question,
            @Nullable String opinion,
            boolean waits) {}

    /**
     * What the person may do at the task besides completing it.
     *
     * @param mine whether the person has claimed it
     * @param delegatedBy name of who delegated it to this person; null if nobody did
     */
    record Actions(
            boolean mine,
            @Nullable String delegatedBy,
            List<Choice> actions,
            List<StepsBack.Step> returnTo,
            List<SignerView> signers) {}

    /** What an action needs: whom, where to, and the required opinion. */
    record Words(
            @Nullable String opinion,
            @Nullable String to,
            @Nullable List<String> people) {}

    @GetMapping("/tasks/{taskId}/actions")
    Actions actions(@PathVariable String taskId) {
        Task task = held.visible(taskId);
        boolean mine = actor.userId().equals(task.getAssignee());
        boolean delegated = mine && task.getDelegationState() == DelegationState.PENDING;
        List<StepsBack.Step> steps = mine && !delegated ? handling.targets(task) : List.of();
        List<Choice> choices = held.allowed(task).stream()
                .filter(action -> offered(action, mine, delegated, !steps.isEmpty()))
                .map(action -> new Choice(action.word(), action.chinese()))
                .toList();
        return new Actions(
                mine,
                delegated ? people.nameOf(task.getOwner()) : null,
                choices,
                steps,
                signers.of(taskId).stream()
                        .map(one -> new SignerView(
                                one.id(),
                                people.nameOf(one.signer()),
                                one.chinese(),
                                one.question(),
                                one.opinion(),
                                one.waits()))
                        .toList());
    }

    private static boolean offered(OfficeAction action, boolean mine, boolean delegated, boolean anyStep) {
        return switch (action) {
            case RETURN -> mine && !delegated && anyStep;
            case TRANSFER, DELEGATE -> mine && !delegated;
            case SIGN -> mine;
            case COPY -> true;
            // one does not urge oneself, and an act that is not done yet cannot be taken back
            case URGE, WITHDRAW -> false;
        };
    }

    /** Who may take over or prepare the task. */
    @GetMapping("/tasks/{taskId}/colleagues")
    List<Colleagues.Colleague> colleagues(@PathVariable String taskId) {
        return colleagues.membersOf(held.groups(held.visible(taskId)));
    }

    /** Whom the person may ask for an opinion or tell; by a part of the name. */
    @GetMapping("/people")
    List<Colleagues.Colleague> people(@RequestParam String search) {
        held.requireLogin();
        return search.isBlank() ? List.of() : colleagues.search(search.strip());
    }

    @PostMapping("/tasks/{taskId}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(@PathVariable String taskId, @RequestBody Words words) {
        handling.sendBack(taskId, text(words.to()), words.opinion());
    }

    @PostMapping("/tasks/{taskId}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(@PathVariable String taskId, @RequestBody Words words) {
        handling.transfer(taskId, text(words.to()), words.opinion());
    }

    @PostMapping("/tasks/{taskId}/delegate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(@PathVariable String taskId, @RequestBody Words words) {
        handling.delegate(taskId, text(words.to()), words.opinion());
    }

    @PostMapping("/tasks/{taskId}/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handBack(@PathVariable String taskId, @RequestBody Words words) {
        handling.handBack(taskId, words.opinion());
    }

    @PostMapping("/tasks/{taskId}/signers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addSigner(@PathVariable String taskId, @RequestBody Words words) {
        signers.add(taskId, text(words.to()), words.opinion());
    }

    @PostMapping("/tasks/{taskId}/signers/{signerId}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSigner(@PathVariable String taskId, @PathVariable String signerId, @RequestBody Words words) {
        signers.remove(taskId, signerId, words.opinion());
    }

    @PostMapping("/tasks/{taskId}/copies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void copy(@PathVariable String taskId, @RequestBody Words words) {
        List<String> to = words.people();
        copies.send(taskId, to == null ? List.of() : to, words.opinion());
    }

    @PostMapping("/tasks/{taskId}/urge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable String taskId, @RequestBody Words words) {
        urging.urge(taskId, words.opinion());
    }

    /** The open tasks of a case that the person may urge. */
    @GetMapping("/cases/{caseNo}/waiting")
    List<Urging.Waiting> waiting(@PathVariable String caseNo) {
        return urging.of(caseNo);
    }

    /** Whether a task that the person has completed may be taken back, and why not. */
    @GetMapping("/done-tasks/{taskId}/withdrawal")
    Map<String, Object> withdrawal(@PathVariable String taskId) {
        String obstacle = handling.obstacle(taskId);
        return Map.of("possible", obstacle == null, "obstacle", obstacle == null ? "" : obstacle);
    }

    @PostMapping("/done-tasks/{taskId}/withdraw")
    Map<String, String> withdraw(@PathVariable String taskId, @RequestBody Words words) {
        return Map.of("taskId", handling.takeBack(taskId, words.opinion()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
