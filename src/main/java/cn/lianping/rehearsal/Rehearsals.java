package cn.lianping.rehearsal;

import cn.lianping.Refusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rehearsals (试运行) of what is to be put in force. */
@Component
public class Rehearsals {

    /**
     * Starts a rehearsal.
     *
     * @param files what the change holds, by path; the rest is what is in force
     * @param area the city whose own they are, null for the province
     * @return its id
     */
    public String start(Map<String, byte[]> files, @Nullable String changeId, @Nullable String area, String by) {
        throw Refusal.conflict("试运行尚未启用");
    }

    /** The rehearsal with this id. */
    public Optional<RehearsalState> find(String id) {
        return Optional.empty();
    }

    /** The last rehearsal of the change. */
    public Optional<RehearsalState> latestOfChange(String changeId) {
        return Optional.empty();
    }

    /** A hash of the files, whatever their order. */
    public String contentHash(Map<String, byte[]> files) {
        return "";
    }

    /** The report as JSON, once there is one. */
    public Optional<String> report(String id) {
        return Optional.empty();
    }
}
