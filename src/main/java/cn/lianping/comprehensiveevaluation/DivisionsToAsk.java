package cn.lianping.comprehensiveevaluation;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code divisionsToAsk} of the diagram: only those without a valid sheet. */
@Component("divisionsToAsk")
public class DivisionsToAsk {

    private final Outstanding outstanding;

    DivisionsToAsk(Outstanding outstanding) {
        this.outstanding = outstanding;
    }

    /** For the case of the execution. */
    public List<String> of(DelegateExecution execution) {
        return outstanding.divisions(execution.getProcessBusinessKey());
    }
}
