package cn.lianping.comprehensiveevaluation;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code seatsToReview} of the diagram: only those without a valid sheet. */
@Component("seatsToReview")
public class SeatsToReview {

    private final Outstanding outstanding;

    SeatsToReview(Outstanding outstanding) {
        this.outstanding = outstanding;
    }

    /** For the case of the execution. */
    public List<String> of(DelegateExecution execution) {
        return outstanding.seats(execution.getProcessBusinessKey());
    }
}
