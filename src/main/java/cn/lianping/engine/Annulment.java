package cn.lianping.engine;

import java.util.Map;
import java.util.Optional;

/**
 * An act that no longer counts, because the case was taken back to a step before it.
 *
 * @param businessKey the case number, or the round number for tasks of a round
 * @param instance the local facts of the one act that is meant, such as its member unit; empty when every act of the step
 *     is meant
 * @param by who took the case back
 * @param reason in the words of that person
 */
public record Annulment(String businessKey, Map<String, Object> instance, String by, String reason) {

    public Annulment {
        instance = Map.copyOf(instance);
    }

    /** The local fact of the one act that is meant; empty when every act of the step is meant. */
    public <T> Optional<T> of(ProcessVariable<T> variable) {
        return Optional.ofNullable(instance.get(variable.name())).map(variable.type()::cast);
    }
}
