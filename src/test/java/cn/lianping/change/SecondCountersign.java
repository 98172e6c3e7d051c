package cn.lianping.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The preliminary review with a step of an administrator's own after the recommendation, and its form. */
public final class SecondCountersign {

    public static final String DIAGRAM = "processes/preliminary-review/preliminary-review.bpmn";
    public static final String FORM = "forms/preliminary-review/countersign-recommendation.form";
    public static final String STEP = "userTask_countersignRecommendation";

    private static final String TASK = """
                <bpmn:userTask id="userTask_countersignRecommendation" name="会签推荐" camunda:formRef="countersign-recommendation" camunda:formRefBinding="latest" camunda:candidateGroups="industry-${area}" camunda:dueDate="#{dueTimes.due(execution)}">
                  <bpmn:documentation>第六条第2项:工信部门会签推荐意见。</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="stage" value="preliminary-review" />
                      <camunda:property name="actions" value="transfer,delegate,sign,copy,urge" />
                    </camunda:properties>
                    <camunda:taskListener event="timeout" id="reminder" delegateExpression="#{reminderListener}">
                      <bpmn:timerEventDefinition id="timer_countersignRecommendation_reminder">
                        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">#{dueTimes.reminder(execution)}</bpmn:timeDate>
                      </bpmn:timerEventDefinition>
                    </camunda:taskListener>
                    <camunda:taskListener event="timeout" id="escalation" delegateExpression="#{escalationListener}">
                      <bpmn:timerEventDefinition id="timer_countersignRecommendation_escalation">
                        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">#{dueTimes.escalation(execution)}</bpmn:timeDate>
                      </bpmn:timerEventDefinition>
                    </camunda:taskListener>
                  </bpmn:extensionElements>
                  <bpmn:incoming>flow_recommend_countersignRecommendation</bpmn:incoming>
                  <bpmn:outgoing>flow_countersignRecommendation_recommended</bpmn:outgoing>
                </bpmn:userTask>
            """;

    private SecondCountersign() {}

    /** Both files, by path. */
    public static Map<String, String> files() {
        return Map.of(DIAGRAM, diagram(), FORM, form());
    }

    /** The form of the step. */
    public static String form() {
        return """
                {
                  "id": "countersign-recommendation",
                  "type": "default",
                  "schemaVersion": 16,
                  "executionPlatform": "Camunda Platform",
                  "executionPlatformVersion": "7.24.0",
                  "components": [
                    {"type": "text", "id": "countersign-recommendation_0", "text": "## 会签推荐"},
                    {
                      "type": "textarea",
                      "id": "countersign-recommendation_1",
                      "key": "countersignOpinion",
                      "label": "会签意见",
                      "validate": {"required": true}
                    }
                  ]
                }
                """;
    }

    /** The diagram as it would be drawn. */
    public static String diagram() {
        String text = packaged();
        text = replaced(
                text,
                "    <bpmn:endEvent id=\"endEvent_recommended\"",
                TASK + "    <bpmn:endEvent id=\"endEvent_recommended\"");
        text = text.replace(
                "flow_recommend_recommended</bpmn:outgoing>",
                "flow_recommend_countersignRecommendation</bpmn:outgoing>");
        text = text.replace(
                "flow_recommend_recommended</bpmn:incoming>",
                "flow_countersignRecommendation_recommended</bpmn:incoming>");
        text = replaced(
                text,
                "<bpmn:sequenceFlow id=\"flow_recommend_recommended\" sourceRef=\"userTask_recommend\" targetRef=\"endEvent_recommended\" />",
                """
                <bpmn:sequenceFlow id="flow_recommend_countersignRecommendation" sourceRef="userTask_recommend" targetRef="userTask_countersignRecommendation" />
                    <bpmn:sequenceFlow id="flow_countersignRecommendation_recommended" sourceRef="userTask_countersignRecommendation" targetRef="endEvent_recommended" />""");
        text = replaced(text, """
                <dc:Bounds x="1262" y="242" width="36" height="36" />
                        <bpmndi:BPMNLabel><dc:Bounds x="1248" y="284" width="65" height="14" /></bpmndi:BPMNLabel>
                      </bpmndi:BPMNShape>""", """
                <dc:Bounds x="1462" y="242" width="36" height="36" />
                        <bpmndi:BPMNLabel><dc:Bounds x="1448" y="284" width="65" height="14" /></bpmndi:BPMNLabel>
                      </bpmndi:BPMNShape>
                      <bpmndi:BPMNShape id="shape_userTask_countersignRecommendation" bpmnElement="userTask_countersignRecommendation">
                        <dc:Bounds x="1260" y="220" width="100" height="80" />
                      </bpmndi:BPMNShape>""");
        int edge = text.indexOf("<bpmndi:BPMNEdge id=\"edge_flow_recommend_recommended\"");
        assertThat(edge).isPositive();
        int end = text.indexOf("</bpmndi:BPMNEdge>", edge) + "</bpmndi:BPMNEdge>".length();
        return text.substring(0, edge) + """
                <bpmndi:BPMNEdge id="edge_flow_recommend_countersignRecommendation" bpmnElement="flow_recommend_countersignRecommendation">
                        <di:waypoint x="1170" y="260" />
                        <di:waypoint x="1260" y="260" />
                      </bpmndi:BPMNEdge>
                      <bpmndi:BPMNEdge id="edge_flow_countersignRecommendation_recommended" bpmnElement="flow_countersignRecommendation_recommended">
                        <di:waypoint x="1360" y="260" />
                        <di:waypoint x="1462" y="260" />
                      </bpmndi:BPMNEdge>""" + text.substring(end);
    }

    private static String packaged() {
        try {
            return Files.readString(Path.of(DIAGRAM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String text, String what, String by) {
        assertThat(text).contains(what);
        return text.replace(what, by);
    }
}
