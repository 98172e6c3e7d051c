package cn.lianping.model;

import cn.lianping.office.OfficeAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** What ties a diagram to the code, the forms and the clock. */
final class WiringRules {

    private static final Pattern BEAN = Pattern.compile("[#$]\\{(\\w+)\\.\\w+\\(execution\\)}");
    private static final Set<String> ACTIONS =
            Stream.of(OfficeAction.values()).map(OfficeAction::word).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STAGES = Set.of(
            "office",
            "round",
            "self-evaluation",
            "preliminary-review",
            "comprehensive-evaluation",
            "deliberation",
            "publicity",
            "joint-release",
            "pilot");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "a service task runs the delegate of its name",
                    "the job of the task fails: unknown property used in expression",
                    WiringRules::delegates,
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setCamundaDelegateExpression("#{finishNoticeDelegate}")),
            new Rule(
                    "no scripts, no classes by name, no listeners but reminder and escalation",
                    "code in a diagram runs unreviewed and past the domain's rules",
                    WiringRules::code,
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setCamundaClass("cn.lianping.Anything")),
            new Rule(
                    "a user task has somebody to do it",
                    "a task without candidates is in nobody's list and the case stands still",
                    diagram -> diagram.all(UserTask.class).stream()
                            .filter(task ->
                                    task.getCamundaCandidateGroups() == null && task.getCamundaAssignee() == null)
                            .map(BaseElement::getId)
                            .toList(),
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "candidateGroups")),
            new Rule(
                    "a user task has a form that exists, bound to the latest version",
                    "the task opens without a form, or a lone upload of the diagram loses it",
                    WiringRules::forms,
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setCamundaFormRef("issue-notices")),
            new Rule(
                    "a user task has a due time, a reminder and an escalation from the policy",
                    "overdue work is noticed by nobody",
                    WiringRules::deadlines,
                    "publicity",
                    diagram -> diagram.all(CamundaTaskListener.class).stream()
                            .filter(listener -> "escalation".equals(listener.getAttributeValue("id")))
                            .findFirst()
                            .ifPresent(listener -> listener.getParentElement().removeChildElement(listener))),
            new Rule(
                    "a user task tells its stage",
                    "statistics by stage miss the task",
                    WiringRules::stages,
                    "publicity",
                    diagram ->
                            diagram.all(CamundaProperty.class).forEach(property -> property.setCamundaValue("notice"))),
            new Rule(
                    "messages are context.pastEvent, errors camelCase, and each is used",
                    "a message nobody sends leaves the case waiting for ever",
                    WiringRules::messages,
                    "publicity",
                    diagram -> diagram.all(Message.class).iterator().next().setName("CloseObjection")),
            new Rule(
                    "a time-to-live keeps evaluated cases for the retention period",
                    "the deployment is refused, or history is cleaned up too early",
                    diagram -> diagram.all(Process.class).stream()
                            .filter(process -> !"P3650D".equals(process.getCamundaHistoryTimeToLiveString()))
                            .map(BaseElement::getId)
                            .toList(),
                    "publicity",
                    diagram -> diagram.process().setCamundaHistoryTimeToLiveString("P5D")),
            new Rule(
                    "times come from the policy and the calendar, by a bean",
                    "a period typed into a diagram ignores holidays and the pinned policy",
                    WiringRules::timers,
                    "publicity",
                    diagram -> diagram.all(TimerEventDefinition.class).stream()
                            .filter(timer -> timer.getId().equals("definition_event_periodEnded"))
                            .forEach(timer -> timer.getTimeDate().setTextContent("2026-02-25T00:00:00"))),
            new Rule(
                    "a call activity calls a packaged process and hands on the business key and the round",
                    "the call fails, or the called tasks belong to no case",
                    WiringRules::calls,
                    "evaluation-round",
                    diagram -> diagram.element("callActivity_publicity", CallActivity.class)
                            .setCalledElement("notice")),
            new Rule(
                    "office actions are known words, and every step to return to is a user task",
                    "a button is missing, or returns the case to nowhere",
                    WiringRules::actions,
                    "joint-release",
                    diagram -> diagram.all(CamundaProperty.class).stream()
                            .filter(property -> "returnTo".equals(property.getCamundaName()))
                            .forEach(property -> property.setCamundaValue("userTask_draft"))));

    private static List<String> actions(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            List<String> words = property(task, "actions");
            List<String> steps = property(task, "returnTo");
            if (words.isEmpty()
                    || !ACTIONS.containsAll(words)
                    || words.contains("return") == steps.isEmpty()
                    || !Contracts.USER_TASKS.containsAll(steps)) {
                problems.add("%s with actions %s, returning to %s".formatted(task.getId(), words, steps));
            }
            for (String rejection : property(task, "rejection")) {
                if (rejection.contains("=")
                        && !Forms.FIELDS.contains(
                                task.getCamundaFormRef() + "/" + rejection.split("=")[0])) {
                    problems.add(task.getId() + " declines by a field that its form has not: " + rejection);
                }
            }
        }
        return problems;
    }

    private static List<String> property(UserTask task, String name) {
        return task
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                .list()
                .stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .flatMap(property -> Stream.of(property.getCamundaValue().split(",", -1)))
                .toList();
    }

    private WiringRules() {}

    private static List<String> delegates(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (ServiceTask task : diagram.all(ServiceTask.class)) {
            String bean = task.getId().substring("serviceTask_".length()) + "Delegate";
            if (!("#{" + bean + "}").equals(task.getCamundaDelegateExpression()) || !Beans.NAMES.contains(bean)) {
                problems.add(task.getId() + " with " + task.getCamundaDelegateExpression());
            }
        }
        return problems;
    }

    private static List<String> code(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        diagram.all(ScriptTask.class).forEach(task -> problems.add(task.getId()));
        diagram.all(CamundaScript.class).forEach(script -> problems.add("a script"));
        diagram.all(CamundaExecutionListener.class).forEach(listener -> problems.add("an execution listener"));
        diagram.all(ServiceTask.class).stream()
                .filter(task -> task.getCamundaClass() != null
                        || task.getCamundaExpression() != null
                        || task.getCamundaType() != null)
                .forEach(task -> problems.add(task.getId()));
        diagram.all(CamundaTaskListener.class).stream()
                .filter(listener -> !Set.of("#{reminderListener}", "#{escalationListener}")
                        .contains(String.valueOf(listener.getCamundaDelegateExpression())))
                .forEach(listener -> problems.add("a task listener"));
        return problems;
    }

    private static List<String> forms(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            if (!Forms.IDS.contains(task.getCamundaFormRef()) || !"latest".equals(task.getCamundaFormRefBinding())) {
                problems.add("%s with form %s, %s"
                        .formatted(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding()));
            }
        }
        return problems;
    }

    private static List<String> deadlines(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            List<String> times =
                    task
                            .getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list()
                            .stream()
                            .flatMap(listener -> listener.getTimeouts().stream())
                            .map(timer -> timer.getTimeDate().getTextContent())
                            .toList();
            if (!"#{dueTimes.due(execution)}".equals(task.getCamundaDueDate())
                    || !times.equals(List.of("#{dueTimes.reminder(execution)}", "#{dueTimes.escalation(execution)}"))) {
                problems.add(task.getId() + " due " + task.getCamundaDueDate() + ", times " + times);
            }
        }
        return problems;
    }

    private static List<String> stages(Diagram diagram) {
        return diagram.all(UserTask.class).stream()
                .filter(task -> task
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .noneMatch(property -> "stage".equals(property.getCamundaName())
                                && STAGES.contains(property.getCamundaValue())))
                .map(BaseElement::getId)
                .toList();
    }

    private static List<String> messages(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        diagram.all(Message.class).stream()
                .map(Message::getName)
                .filter(name -> !name.matches("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*") || !Contracts.MESSAGES.contains(name))
                .forEach(problems::add);
        diagram.all(Error.class).stream()
                .map(Error::getErrorCode)
                .filter(code -> !Objects.requireNonNullElse(code, "").matches("[a-z][A-Za-z]*"))
                .forEach(problems::add);
        return problems;
    }

    private static List<String> timers(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (TimerEventDefinition timer : diagram.all(TimerEventDefinition.class)) {
            Matcher bean = BEAN.matcher(
                    timer.getTimeDate() == null ? "" : timer.getTimeDate().getTextContent());
            if (!bean.matches() || !Beans.NAMES.contains(bean.group(1))) {
                problems.add("timer " + timer.getId());
            }
        }
        return problems;
    }

    private static List<String> calls(Diagram diagram) {
        Set<String> keys = Diagram.all().stream().map(Diagram::key).collect(java.util.stream.Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (CallActivity call : diagram.all(CallActivity.class)) {
            List<CamundaIn> in = call.getExtensionElements() == null
                    ? List.of()
                    : call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list();
            boolean handsOn =
                    in.stream().anyMatch(i -> "#{execution.processBusinessKey}".equals(i.getCamundaBusinessKey()))
                            && in.stream().anyMatch(i -> "roundNo".equals(i.getCamundaSource()));
            if (!keys.contains(call.getCalledElement()) || !handsOn) {
                problems.add(call.getId() + " calls " + call.getCalledElement());
            }
        }
        return problems;
    }
}
