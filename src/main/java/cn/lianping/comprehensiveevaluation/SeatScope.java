package cn.lianping.comprehensiveevaluation;

import cn.lianping.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Routing facts of one seat stay with the seat: in the process instance, experts who act at the same time would collide
 * on one variable.
 */
final class SeatScope {

    private SeatScope() {}

    static void set(VariableScope scope, ProcessVariable<Boolean> variable, boolean value) {
        VariableScope at = scope instanceof DelegateTask task ? task.getExecution() : scope;
        if (at instanceof ExecutionEntity start) {
            for (ExecutionEntity e = start; e != null; e = e.getParent()) {
                if (e.hasVariableLocal(ComprehensiveEvaluationProcess.SEAT.name())) {
                    e.setVariableLocal(variable.name(), value);
                    return;
                }
            }
        }
        variable.set(at, value);
    }
}
