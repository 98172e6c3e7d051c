package cn.lianping.selfevaluation;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code elementsToEvaluate} of the diagram. */
@Component("elementsToEvaluate")
public class ElementsToEvaluate {

    private final SelfEvaluation evaluation;

    ElementsToEvaluate(SelfEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The numbers of the open elements, as texts. */
    public List<String> of(DelegateExecution execution) {
        return evaluation.openElements(execution.getProcessBusinessKey()).stream()
                .map(String::valueOf)
                .toList();
    }
}
