package cn.lianping.office;

import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells people what somebody did that concerns them. */
@Component
class OfficeNotices {

    /** Tells one person of an action at a task. */
    void tell(String recipient, OfficeAction action, Task task, String text) {}
}
