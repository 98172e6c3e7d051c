package cn.lianping.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * Which diagram a call activity calls: a city's own where it has one, else the province's. So a city copies only what it
 * wants to be different (article 9); the engine alone would look among the city's own and fail.
 */
final class AreaCalls implements ParameterValueProvider {

    private final CallableElement called;

    private AreaCalls(CallableElement called) {
        this.called = called;
    }

    static void of(ActivityImpl activity) {
        CallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        called.setTenantIdProvider(new AreaCalls(called));
    }

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        String area = ((ExecutionEntity) scope).getTenantId();
        if (area == null) {
            return null;
        }
        boolean own = Context.getCommandContext()
                        .getProcessDefinitionManager()
                        .findLatestProcessDefinitionByKeyAndTenantId(called.getDefinitionKey(scope), area)
                != null;
        return own ? area : null;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
