package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.deliberation.AgendaAccess;
import cn.lianping.deliberation.DeliberationProcess;
import org.springframework.stereotype.Component;

/** Only who may record the deliberation sees and fills its agenda. */
@Component
class TaskAgendaAccess implements AgendaAccess {

    private final TaskDesk tasks;

    TaskAgendaAccess(TaskDesk tasks) {
        this.tasks = tasks;
    }

    @Override
    public String roundNoOfTask(String taskId) {
        TaskDesk.OpenTask task = tasks.require(taskId);
        if (!DeliberationProcess.RECORD_DELIBERATION.equals(task.taskKey())) {
            throw Refusal.notFound("此任务没有审议清单");
        }
        return task.businessKey();
    }
}
