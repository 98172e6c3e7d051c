package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code seatExpert} of the diagram: who reviews in the seat of the execution. */
@Component("seatExpert")
public class SeatExpert {

    private final Panels panels;

    SeatExpert(Panels panels) {
        this.panels = panels;
    }

    /** User id of the expert; refuses (conflict) while the seat is vacant. */
    public String of(DelegateExecution execution) {
        String seat = ComprehensiveEvaluationProcess.SEAT.require(execution);
        String expert = panels.seat(execution.getProcessBusinessKey(), Integer.parseInt(seat))
                .expert();
        if (expert == null) {
            throw Refusal.conflict("第 " + seat + " 席空缺,尚未补派专家");
        }
        return expert;
    }
}
