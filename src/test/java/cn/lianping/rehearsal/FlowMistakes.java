package cn.lianping.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Mistakes in conditions and in where flows lead. */
final class FlowMistakes {

    private static final String[] VARIABLES = {
        "reviewOutcome",
        "deliberationOutcome",
        "nextStep",
        "submission",
        "recusalDeclared",
        "replacementAppointed",
        "sheetsSuffice",
        "panelConfirmationNeeded",
        "objectionsOpen",
        "objectionAccepted",
        "objectionOutcome",
        "countersigned",
        "signed",
        "projectFiled",
        "acceptance"
    };

    private FlowMistakes() {}

    static void make(Mutants.Source source) {
        BpmnModelInstance model = source.original();
        for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            List<SequenceFlow> ways = new ArrayList<>(gateway.getOutgoing());
            List<SequenceFlow> conditional = ways.stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .toList();
            for (int i = 1; i < conditional.size(); i++) {
                swapConditions(source, conditional.get(i - 1), conditional.get(i));
            }
            for (int i = 1; i < ways.size(); i++) {
                swapTargets(source, ways.get(i - 1), ways.get(i));
            }
            conditional.forEach(flow -> conditions(source, flow));
            if (gateway.getDefault() != null && !conditional.isEmpty()) {
                changeDefault(source, gateway, conditional.get(0));
            }
        }
        for (ParallelGateway gateway : model.getModelElementsByType(ParallelGateway.class)) {
            source.mistake(
                    gateway.getIncoming().size() > 1 ? "会合改为不等" : "并行改为只走一条",
                    gateway.getId(),
                    copy -> exclusive(copy, source.same(copy, gateway)));
        }
        retarget(source, model);
    }

    private static void swapConditions(Mutants.Source source, SequenceFlow one, SequenceFlow other) {
        source.mistake("条件对调", one.getId() + " ↔ " + other.getId(), copy -> {
            ConditionExpression first = source.same(copy, one).getConditionExpression();
            ConditionExpression second = source.same(copy, other).getConditionExpression();
            String text = first.getTextContent();
            first.setTextContent(second.getTextContent());
            second.setTextContent(text);
        });
    }

    private static void swapTargets(Mutants.Source source, SequenceFlow one, SequenceFlow other) {
        source.mistake("目标对调", one.getId() + " ↔ " + other.getId(), copy -> {
            FlowNode first = source.same(copy, one.getTarget());
            FlowNode second = source.same(copy, other.getTarget());
            lead(source.same(copy, one), second);
            lead(source.same(copy, other), first);
        });
    }

    static void lead(SequenceFlow flow, FlowNode to) {
        flow.getTarget().getIncoming().remove(flow);
        flow.setTarget(to);
        to.getIncoming().add(flow);
    }

    private static void conditions(Mutants.Source source, SequenceFlow flow) {
        String text = flow.getConditionExpression().getTextContent();
        String variable = text.replaceAll("[#{}!]", "").split(" ", -1)[0];
        for (String other : VARIABLES) {
            boolean sameKind = text.contains("==") == (other.endsWith("Outcome") || other.equals("nextStep"));
            if (!other.equals(variable) && sameKind) {
                source.at(
                        "变量写错",
                        flow,
                        " " + variable + " → " + other,
                        copy -> copy.getConditionExpression().setTextContent(text.replace(variable, other)));
                break;
            }
        }
        if (text.contains("'")) {
            source.at(
                    "取值写错",
                    flow,
                    "",
                    copy -> copy.getConditionExpression().setTextContent(text.replaceAll("'([A-Z_]+)'", "'$1ED'")));
            source.at("条件取反", flow, "", copy -> copy.getConditionExpression().setTextContent(text.replace("==", "!=")));
        }
    }

    private static void changeDefault(Mutants.Source source, ExclusiveGateway gateway, SequenceFlow conditional) {
        source.mistake("默认分支改换", gateway.getId(), copy -> {
            ExclusiveGateway same = source.same(copy, gateway);
            SequenceFlow former = same.getDefault();
            SequenceFlow next = source.same(copy, conditional);
            ConditionExpression condition = next.getConditionExpression();
            next.removeConditionExpression();
            former.setConditionExpression(condition);
            same.setDefault(next);
        });
    }

    private static void exclusive(BpmnModelInstance copy, ParallelGateway gateway) {
        ExclusiveGateway exclusive = copy.newInstance(ExclusiveGateway.class);
        String id = gateway.getId();
        if (gateway.getOutgoing().size() > 1) {
            exclusive.setName("先走哪条？");
        }
        gateway.getParentElement().addChildElement(exclusive);
        Collection<SequenceFlow> in = new ArrayList<>(gateway.getIncoming());
        List<SequenceFlow> out = new ArrayList<>(gateway.getOutgoing());
        in.forEach(flow -> lead(flow, exclusive));
        out.forEach(flow -> {
            gateway.getOutgoing().remove(flow);
            flow.setSource(exclusive);
            exclusive.getOutgoing().add(flow);
        });
        Shapes.take(copy, gateway, exclusive);
        gateway.getParentElement().removeChildElement(gateway);
        exclusive.setId(id);
        if (out.size() > 1) {
            exclusive.setDefault(out.get(0));
        }
    }

    /** Each flow out of a task leads one step too far; each flow to an end leads to another end of the scope. */
    private static void retarget(Mutants.Source source, BpmnModelInstance model) {
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            FlowNode target = flow.getTarget();
            if (target.getOutgoing().size() == 1 && target.getParentElement().equals(flow.getParentElement())) {
                FlowNode next = target.getOutgoing().iterator().next().getTarget();
                source.mistake("连线跳过一步", flow.getId(), copy -> lead(source.same(copy, flow), source.same(copy, next)));
            }
            if (target instanceof EndEvent) {
                model.getModelElementsByType(EndEvent.class).stream()
                        .filter(end ->
                                !end.equals(target) && end.getParentElement().equals(target.getParentElement()))
                        .findFirst()
                        .ifPresent(end -> source.mistake(
                                "结束错了地方",
                                flow.getId() + " → " + end.getId(),
                                copy -> lead(source.same(copy, flow), source.same(copy, end))));
            }
        }
    }
}
