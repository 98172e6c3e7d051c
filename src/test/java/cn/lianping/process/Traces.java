package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;

/** Assertions on the road that the process of a case or round took. */
public class Traces {

    private final HistoryService history;
    private final RuntimeService runtime;

    public Traces(ProcessEngine engine, HistoryService history, RuntimeService runtime) {
        BpmnAwareTests.init(engine);
        this.history = history;
        this.runtime = runtime;
    }

    /** The latest process of this key for a case or round, ended or not; fails when there is none. */
    public ProcessInstanceAssert of(String businessKey, String processKey) {
        return BpmnAwareTests.assertThat(instance(businessKey, processKey));
    }

    /** The latest process of this key; fails when there is none. */
    public ProcessInstance instance(String businessKey, String processKey) {
        List<HistoricProcessInstance> found = past(businessKey, processKey);
        assertThat(found).as("processes %s of %s", processKey, businessKey).isNotEmpty();
        return new Past(found.get(found.size() - 1));
    }

    /** How many processes of this key a case or round has had. */
    public int count(String businessKey, String processKey) {
        return past(businessKey, processKey).size();
    }

    /** How often an element of the latest process of this key was left, not counting what was cancelled. */
    public long passes(String businessKey, String processKey, String element) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance(businessKey, processKey).getId())
                        .activityId(element)
                        .completeScope()
                        .count()
                + history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance(businessKey, processKey).getId())
                        .activityId(element)
                        .finished()
                        .list()
                        .stream()
                        .filter(activity -> !activity.isCanceled() && !activity.isCompleteScope())
                        .count();
    }

    /** A variable of the running process. */
    public Object variable(String businessKey, String processKey, String name) {
        return runtime.getVariable(instance(businessKey, processKey).getId(), name);
    }

    private List<HistoricProcessInstance> past(String businessKey, String processKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(processKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
    }

    /** A process as the assertions want it, also after its end. */
    private record Past(HistoricProcessInstance instance) implements ProcessInstance {

        @Override
        public String getId() {
            return instance.getId();
        }

        @Override
        public String getProcessInstanceId() {
            return instance.getId();
        }

        @Override
        public String getRootProcessInstanceId() {
            return instance.getRootProcessInstanceId();
        }

        @Override
        public String getProcessDefinitionId() {
            return instance.getProcessDefinitionId();
        }

        @Override
        public String getBusinessKey() {
            return instance.getBusinessKey();
        }

        @Override
        public String getCaseInstanceId() {
            return instance.getCaseInstanceId();
        }

        @Override
        public String getTenantId() {
            return instance.getTenantId();
        }

        @Override
        public boolean isEnded() {
            return instance.getEndTime() != null;
        }

        @Override
        public boolean isSuspended() {
            return false;
        }

        @Override
        public String getProcessDefinitionKey() {
            return instance.getProcessDefinitionKey();
        }
    }
}
