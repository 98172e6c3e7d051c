package cn.lianping.publicity;

import cn.lianping.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a case back from waiting for the release to waiting for the end of publicity, when a letter posted in time
 * arrives after the end.
 */
@Component
class CaseProcess {

    private static final String AWAIT_RELEASE = "gateway_awaitRelease";
    private static final String AWAIT_PUBLICITY = "gateway_awaitPublicity";

    private final ObjectProvider<ProcessEngine> engine;

    CaseProcess(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    void returnToPublicity(String processInstanceId) {
        ProcessEngine running = engine.getObject();
        var identities = running.getIdentityService();
        var person = identities.getCurrentAuthentication();
        // registering a letter gives no right over process instances: the rule acts, not the person
        identities.clearAuthentication();
        try {
            if (!running.getRuntimeService()
                    .getActiveActivityIds(processInstanceId)
                    .contains(AWAIT_RELEASE)) {
                throw Refusal.conflict("该案卷的公示期满通知正在办理,请一分钟后重新登记");
            }
            running.getRuntimeService()
                    .createProcessInstanceModification(processInstanceId)
                    .cancelAllForActivity(AWAIT_RELEASE)
                    .startBeforeActivity(AWAIT_PUBLICITY)
                    .setAnnotation("公示期内寄出的书面异议已登记,退回等待公示结论")
                    .execute();
        } finally {
            identities.setAuthentication(person);
        }
    }
}
