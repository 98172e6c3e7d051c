package cn.lianping.rehearsal.explore;

import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.round.RoundProcess;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What is still there when nobody has anything left to do. */
@RehearsalOnly
public class Remains {

    private final RuntimeService runtime;
    private final ManagementService management;

    Remains(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Whether the process of the case is over. */
    boolean hasEnded(String caseNo) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .processDefinitionKey(RoundProcess.ALLIANCE_EVALUATION)
                        .count()
                == 0;
    }

    /** Tells where runs wait for ever. */
    void report(Failures failures) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().list()) {
            ActivityInstance root = runtime.getActivityInstance(instance.getId());
            if (root != null) {
                for (ActivityInstance waiting : leaves(root)) {
                    if (!"callActivity".equals(waiting.getActivityType())) {
                        failures.add(
                                Play.keyOf(instance.getProcessDefinitionId()),
                                waiting.getActivityId(),
                                "停在这里,没有人、时间或消息使它继续",
                                "检查它等候的消息、会合处各条连线,或它之前的条件");
                    }
                }
            }
        }
    }

    private static List<ActivityInstance> leaves(ActivityInstance root) {
        List<ActivityInstance> leaves = new ArrayList<>();
        for (ActivityInstance child : root.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                leaves.add(child);
            } else {
                leaves.addAll(leaves(child));
            }
        }
        return leaves;
    }

    /** Ends all of it. */
    public void clear() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(instance -> {
            if (runtime.createProcessInstanceQuery()
                            .processInstanceId(instance.getId())
                            .count()
                    > 0) {
                runtime.deleteProcessInstance(instance.getId(), "试运行结束", true, true, true);
            }
        });
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
    }
}
