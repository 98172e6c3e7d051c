package cn.lianping.round;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 确定下一步. */
@Component("determineNextStepDelegate")
class DetermineNextStepDelegate implements JavaDelegate {

    private final RoundCourse course;

    DetermineNextStepDelegate(RoundCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RoundProcess.NEXT_STEP.set(
                execution, course.next(execution.getProcessBusinessKey()).name());
    }
}
