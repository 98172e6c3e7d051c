package cn.lianping.deliberation;

import cn.lianping.engine.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Decides on single cases as the tab of the agenda does. */
@TestComponent
public class AgendaDesk {

    private final AgendaController agenda;

    AgendaDesk(AgendaController agenda) {
        this.agenda = agenda;
    }

    /** Drafts the decision on one case. */
    public Map<String, Object> decide(String taskId, String caseNo, String decision, String reason) {
        return agenda.draft(
                taskId, CanonicalJson.write(List.of(Map.of("caseNo", caseNo, "decision", decision, "reason", reason))));
    }
}
