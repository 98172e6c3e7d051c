package cn.lianping.engine;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The reminders and escalations that a user task declares, handed out as copies. Migrating a case, the engine takes the
 * declarations that it has matched out of the map of the diagram itself, which all cases share: the next case would lose
 * its timers, and new tasks would have none (engine issue 4637).
 */
final class KeptTimeouts extends AbstractMap<String, Map<String, TimerDeclarationImpl>> {

    private final Map<String, Map<String, TimerDeclarationImpl>> declared;

    private KeptTimeouts(Map<String, Map<String, TimerDeclarationImpl>> declared) {
        this.declared = declared;
    }

    /** Keeps those of the task. */
    static void of(ActivityImpl task) {
        Map<String, Map<String, TimerDeclarationImpl>> declared =
                task.getProperties().get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS);
        if (declared != null && !declared.isEmpty()) {
            task.getProperties().set(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, new KeptTimeouts(declared));
        }
    }

    @Override
    public Set<Entry<String, Map<String, TimerDeclarationImpl>>> entrySet() {
        Set<Entry<String, Map<String, TimerDeclarationImpl>>> copies = new LinkedHashSet<>();
        declared.forEach((activity, timers) -> copies.add(Map.entry(activity, new HashMap<>(timers))));
        return copies;
    }
}
