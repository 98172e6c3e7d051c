package cn.lianping.jointrelease;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Publishes the round's signed release. */
@Component("publishReleaseDelegate")
class PublishReleaseDelegate implements JavaDelegate {

    private final Publication publication;

    PublishReleaseDelegate(Publication publication) {
        this.publication = publication;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publication.publish(execution.getProcessBusinessKey());
    }
}
