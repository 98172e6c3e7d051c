package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.act.Chooser;
import cn.lianping.rehearsal.explore.Choices;
import cn.lianping.rehearsal.explore.Drawn;
import cn.lianping.rehearsal.explore.Steps;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The diagrams under which the past is done again.
 *
 * @param area the city whose rounds follow them, null for the province
 * @param steps ids of their user tasks
 * @param chooser what is chosen where no record tells
 */
record Draft(@Nullable String area, Set<String> steps, Chooser chooser) {

    static Draft of(Drawn drawn, @Nullable String area) {
        return new Draft(
                area,
                drawn.all().stream().flatMap(ways -> ways.userTasks().stream()).collect(Collectors.toUnmodifiableSet()),
                new Choices(drawn));
    }

    /** Whether the act belongs to a step that is no longer there; nobody would do it. */
    boolean lacks(Act act) {
        return act.isAtTask() && !steps.contains(act.subject());
    }

    /** Whether no record can know the step, since the product does not have it. */
    boolean adds(String step) {
        return steps.contains(step) && !Steps.KNOWN.contains(step);
    }
}
