package cn.lianping.rehearsal.explore;

import cn.lianping.rehearsal.act.JobFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cases of a round, and the round itself, that could not go on, and why. */
final class Breakdowns {

    private final Failures failures;
    private final Map<String, String> reasons = new HashMap<>();

    Breakdowns(Failures failures) {
        this.failures = failures;
    }

    /** Something failed at an element, and the case or round cannot go on. */
    void at(@Nullable String businessKey, String process, String element, String what, String why, String remedy) {
        if (businessKey != null) {
            reasons.putIfAbsent(businessKey, why);
        }
        failures.add(process, element, what + ":" + why, remedy);
    }

    /** Steps of the platform's own failed. */
    void note(List<JobFailure> failed) {
        failed.forEach(job ->
                at(job.businessKey(), job.process(), job.element(), "平台步骤没有成功", job.reason(), "检查这一步之前的路径、变量和所用的委托"));
    }

    boolean has(String businessKey) {
        return reasons.containsKey(businessKey);
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** Why it could not go on; null if it could. */
    @Nullable
    String of(String businessKey) {
        return reasons.get(businessKey);
    }
}
