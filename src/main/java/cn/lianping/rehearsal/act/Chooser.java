package cn.lianping.rehearsal.act;

import cn.lianping.engine.FormField;
import java.util.List;
import org.camunda.bpm.engine.task.Task;

/** Decides what is chosen where the rehearsal knows nothing of the question. */
@FunctionalInterface
public interface Chooser {

    /** One of the options; a box to tick has {@code true} and {@code false}. */
    String choose(Task task, FormField field, List<String> options);
}
