package cn.lianping.engine;

import java.util.Optional;

/**
 * Something besides the task's own rule that has a say when a task is completed, such as a colleague who was asked for an
 * opinion. All beans of this type are asked, after the form was checked and before the rule stores anything.
 */
public interface CompletionGate {

    /**
     * Lets the completion pass, or refuses it.
     *
     * @param declines whether the form's choice declines what is asked; a refusal must never be held up
     * @return on whose behalf the person acts; empty for themself
     */
    Optional<String> pass(TaskFacts task, boolean declines);

    /** The task was ended without being completed, because its case was withdrawn, closed or taken back. */
    default void gone(String taskId) {}
}
