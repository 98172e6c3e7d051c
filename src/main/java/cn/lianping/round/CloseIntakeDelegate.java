package cn.lianping.round;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 关闭申报. */
@Component("closeIntakeDelegate")
class CloseIntakeDelegate implements JavaDelegate {

    private final RoundCourse course;

    CloseIntakeDelegate(RoundCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.closeIntake(execution.getProcessBusinessKey());
    }
}
