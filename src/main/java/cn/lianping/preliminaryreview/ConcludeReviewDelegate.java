package cn.lianping.preliminaryreview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总复核意见. */
@Component("concludeReviewDelegate")
class ConcludeReviewDelegate implements JavaDelegate {

    private final PreliminaryReview review;

    ConcludeReviewDelegate(PreliminaryReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = review.conclude(execution.getProcessBusinessKey());
        PreliminaryReviewProcess.REVIEW_OUTCOME.set(execution, outcome.name());
    }
}
