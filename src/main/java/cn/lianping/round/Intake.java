package cn.lianping.round;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code intake} of the diagram. */
@Component("intake")
public class Intake {

    private final RoundCourse course;

    Intake(RoundCourse course) {
        this.course = course;
    }

    /** When the intake of the round ends. */
    public Date closesAt(DelegateExecution execution) {
        return course.intakeEnd(execution.getProcessBusinessKey());
    }
}
