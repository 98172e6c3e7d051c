package cn.lianping.engine;

import cn.lianping.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * A process variable with its type. Variables carry keys and routing facts only; domain data lives in tables.
 *
 * @param name as diagrams read it
 * @param type String, Boolean or Integer
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** A text variable. */
    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    /** A yes-or-no variable. */
    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** The value in this scope or one above it, if any. */
    public @Nullable T find(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    /** The value; refuses with the variable's name when the diagram does not provide it. */
    public T require(VariableScope scope) {
        T found = find(scope);
        if (found == null) {
            throw Refusal.conflict("流程变量 " + name + " 缺失,请检查流程图的参数传递");
        }
        return found;
    }

    /**
     * Writes the value into the nearest scope that holds the marker itself: instances of a multiple activity that go on at
     * the same time would collide on one variable of the process instance.
     */
    public void setBeside(ProcessVariable<?> marker, VariableScope scope, T value) {
        VariableScope at = scope instanceof DelegateTask task ? task.getExecution() : scope;
        if (at instanceof ExecutionEntity start) {
            for (ExecutionEntity e = start; e != null; e = e.getParent()) {
                if (e.hasVariableLocal(marker.name())) {
                    e.setVariableLocal(name, value);
                    return;
                }
            }
        }
        set(at, value);
    }

    /** Writes the value into the process instance. */
    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value);
    }
}
