package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** No period is shortened by hand: a timer that is not due is neither executed nor moved, whoever asks. */
class GuardedManagementService extends ManagementServiceImpl {

    GuardedManagementService(ProcessEngineConfigurationImpl configuration) {
        super(configuration);
    }

    @Override
    public void executeJob(String jobId) {
        Date due = timerDueDate(jobId);
        if (due != null && due.after(ClockUtil.getCurrentTime())) {
            throw Refusal.conflict("该期限尚未届满,不能人工提前结束");
        }
        super.executeJob(jobId);
    }

    @Override
    public void setJobDuedate(String jobId, @Nullable Date newDuedate) {
        refuseTimer(jobId);
        super.setJobDuedate(jobId, newDuedate);
    }

    @Override
    public void setJobDuedate(String jobId, @Nullable Date newDuedate, boolean cascade) {
        refuseTimer(jobId);
        super.setJobDuedate(jobId, newDuedate, cascade);
    }

    @Override
    public void recalculateJobDuedate(String jobId, boolean creationDateBased) {
        refuseTimer(jobId);
        super.recalculateJobDuedate(jobId, creationDateBased);
    }

    @Override
    public void deleteJob(String jobId) {
        refuseTimer(jobId);
        super.deleteJob(jobId);
    }

    private void refuseTimer(String jobId) {
        if (timerDueDate(jobId) != null) {
            throw Refusal.conflict("期限由办法和日历确定,不能人工改动");
        }
    }

    private @Nullable Date timerDueDate(String jobId) {
        Command<List<Date>> find = context -> {
            JobEntity job = context.getJobManager().findJobById(jobId);
            return job instanceof TimerEntity && job.getDuedate() != null ? List.of(job.getDuedate()) : List.of();
        };
        List<Date> found = commandExecutor.execute(find);
        return found.isEmpty() ? null : found.get(0);
    }
}
