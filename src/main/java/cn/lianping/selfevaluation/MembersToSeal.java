package cn.lianping.selfevaluation;

import cn.lianping.alliance.Organisation;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code membersToSeal} of the diagram. */
@Component("membersToSeal")
public class MembersToSeal {

    private final SealedReport report;

    MembersToSeal(SealedReport report) {
        this.report = report;
    }

    /** The credit codes of the members that have still to seal. */
    public List<String> of(DelegateExecution execution) {
        return report.missing(execution.getProcessBusinessKey()).stream()
                .map(Organisation::code)
                .toList();
    }
}
