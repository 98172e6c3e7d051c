package cn.lianping.engine;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the domain asks of a start form. One Spring bean per process key. */
public interface StartRule {

    /** The process that the form starts. */
    String processKey();

    /**
     * The values that the start form shows to this person.
     *
     * @param area the city whose own process is started, null for the province's
     */
    default Map<String, Object> show(String actor, @Nullable String area) {
        return Map.of();
    }

    /** Fields whose content stays out of the record, because not everybody who reads the record may know it. */
    default Set<String> confidential() {
        return Set.of();
    }

    /**
     * Checks and stores what was entered; the answer is what the new process instance carries.
     *
     * @param area the city whose own process is started, null for the province's
     */
    Started start(String actor, @Nullable String area, String processInstanceId, FormData data);

    /**
     * @param businessKey case number or round number
     * @param variables keys and routing facts
     */
    record Started(String businessKey, Map<String, Object> variables) {}
}
