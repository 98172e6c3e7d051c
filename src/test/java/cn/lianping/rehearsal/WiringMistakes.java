package cn.lianping.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Mistakes in what the diagram asks of the platform: who, when, which form, which delegate, which message, which data. */
final class WiringMistakes {

    private static final String[] CALLED = {"self-evaluation", "preliminary-review", "publicity", "joint-release"};
    private static final String[] TIMES = {
        "#{intake.closesAt(execution)}",
        "#{publicityPeriod.endOf(execution)}",
        "#{pilotTerm.midtermOf(execution)}",
        "#{pilotTerm.endOf(execution)}"
    };
    private static final String[] COLLECTIONS = {
        "#{elementsToEvaluate.of(execution)}",
        "#{membersToSeal.of(execution)}",
        "#{divisionsToAsk.of(execution)}",
        "#{seatsToReview.of(execution)}"
    };

    private WiringMistakes() {}

    static void make(Mutants.Source source) {
        BpmnModelInstance model = source.original();
        tasks(source, model);
        for (TimeDate time : model.getModelElementsByType(TimeDate.class)) {
            if (!time.getTextContent().contains("dueTimes")) {
                CatchEvent of = (CatchEvent) time.getParentElement().getParentElement();
                other(TIMES, time.getTextContent())
                        .forEach(text -> source.at(
                                "定时写错",
                                of,
                                " " + text,
                                same -> same.getEventDefinitions()
                                        .forEach(definition -> definition
                                                .getChildElementsByType(TimeDate.class)
                                                .forEach(one -> one.setTextContent(text)))));
            }
        }
        List<ServiceTask> services = new ArrayList<>(model.getModelElementsByType(ServiceTask.class));
        for (int i = 0; i < services.size(); i++) {
            ServiceTask one = services.get(i);
            ServiceTask next = services.get((i + 1) % services.size());
            if (!one.equals(next)) {
                source.at(
                        "委托写错",
                        one,
                        " " + next.getCamundaDelegateExpression(),
                        same -> same.setCamundaDelegateExpression(next.getCamundaDelegateExpression()));
            }
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            other(CALLED, call.getCalledElement()).stream()
                    .limit(2)
                    .forEach(called -> source.at("调用写错", call, " → " + called, same -> same.setCalledElement(called)));
            call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list()
                    .forEach(in ->
                            source.at(
                                    "少传变量",
                                    call,
                                    " " + name(in),
                                    same -> same
                                            .getExtensionElements()
                                            .getElementsQuery()
                                            .filterByType(CamundaIn.class)
                                            .list()
                                            .stream()
                                            .filter(one -> name(one).equals(name(in)))
                                            .forEach(one ->
                                                    one.getParentElement().removeChildElement(one))));
            if (call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaOut.class)
                            .count()
                    > 0) {
                source.at(
                        "少收变量",
                        call,
                        "",
                        same -> same.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaOut.class)
                                .list()
                                .forEach(one -> one.getParentElement().removeChildElement(one)));
            }
        }
        messages(source, model);
        for (MultiInstanceLoopCharacteristics loop :
                model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            var of = (org.camunda.bpm.model.bpmn.instance.FlowNode) loop.getParentElement();
            other(COLLECTIONS, loop.getCamundaCollection()).stream()
                    .limit(2)
                    .forEach(text -> source.at(
                            "多实例集合写错",
                            of,
                            " " + text,
                            same -> same.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                                    .forEach(one -> one.setCamundaCollection(text))));
        }
    }

    private static void tasks(Mutants.Source source, BpmnModelInstance model) {
        List<UserTask> tasks = new ArrayList<>(model.getModelElementsByType(UserTask.class));
        for (int i = 0; i < tasks.size(); i++) {
            UserTask one = tasks.get(i);
            UserTask next = tasks.get((i + 1) % tasks.size());
            if (one.getCamundaCandidateGroups() != null) {
                String group = one.getCamundaCandidateGroups().startsWith("science-")
                        ? "industry-${area}"
                        : one.getCamundaCandidateGroups().equals("province-office") ? "supervision" : "province-office";
                source.at("分派错了部门", one, " " + group, same -> same.setCamundaCandidateGroups(group));
            }
            source.at("期限写错", one, "", same -> same.setCamundaDueDate("#{dueTimes.escalation(execution)}"));
            if (!one.equals(next)) {
                String form = next.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
                source.at(
                        "表单写错",
                        one,
                        " " + form,
                        same -> same.setAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef", form));
            }
            source.at(
                    "催办时间写错",
                    one,
                    "",
                    same -> same.getModelInstance().getModelElementsByType(TimeDate.class).stream()
                            .filter(time -> isInside(time, same)
                                    && time.getTextContent().contains("reminder"))
                            .forEach(time -> time.setTextContent("#{dueTimes.escalation(execution)}")));
        }
    }

    private static boolean isInside(
            org.camunda.bpm.model.xml.instance.ModelElementInstance inner,
            org.camunda.bpm.model.xml.instance.ModelElementInstance outer) {
        for (var at = inner; at != null; at = at.getParentElement()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static void messages(Mutants.Source source, BpmnModelInstance model) {
        List<Message> messages = new ArrayList<>(model.getModelElementsByType(Message.class));
        for (CatchEvent event : model.getModelElementsByType(CatchEvent.class)) {
            event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(MessageEventDefinition.class::cast)
                    .forEach(definition -> messages.stream()
                            .filter(message -> !message.equals(definition.getMessage()))
                            .findFirst()
                            .ifPresent(message -> source.at(
                                    "消息写错",
                                    event,
                                    " " + message.getName(),
                                    same -> same.getEventDefinitions()
                                            .forEach(one -> ((MessageEventDefinition) one)
                                                    .setMessage(source.same(
                                                            (BpmnModelInstance) same.getModelInstance(), message))))));
        }
    }

    private static String name(CamundaIn in) {
        return in.getCamundaSource() == null ? "businessKey" : in.getCamundaSource();
    }

    private static List<String> other(String[] texts, String text) {
        return List.of(texts).stream().filter(one -> !one.equals(text)).toList();
    }
}
