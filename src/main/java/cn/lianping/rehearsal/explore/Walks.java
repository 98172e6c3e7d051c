package cn.lianping.rehearsal.explore;

import cn.lianping.engine.PlatformClock;
import cn.lianping.engine.Walk;
import cn.lianping.engine.WalkRecorder;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.report.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where the runs of a rehearsal went: what was passed at all, and step by step for each case and round. */
@RehearsalOnly
public class Walks implements WalkRecorder {

    private static final String BODY = "#multiInstanceBody";

    private final People people;
    private final Set<String> passed = new HashSet<>();
    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private BiFunction<String, String, String> elementNames = (process, element) -> element;
    private @Nullable String actedElement;
    private String said = "";

    Walks(People people) {
        this.people = people;
    }

    /** Forgets everything and calls elements by these names. */
    public void begin(BiFunction<String, String, String> namesOfElements) {
        passed.clear();
        steps.clear();
        elementNames = namesOfElements;
    }

    /** Somebody completes this step now, and says this. */
    public void acting(String element, String words) {
        actedElement = element;
        said = words;
    }

    /** Nobody acts any more. */
    public void acted() {
        actedElement = null;
        said = "";
    }

    @Override
    public void walked(Walk walk) {
        if (walk.cancelled()) {
            return;
        }
        passed.add(walk.process() + "/" + walk.element());
        if (walk.node() && walk.businessKey() != null && !walk.element().endsWith(BODY)) {
            boolean acted = walk.element().equals(actedElement);
            steps.computeIfAbsent(walk.businessKey(), key -> new ArrayList<>())
                    .add(new Step(
                            walk.process(),
                            walk.element(),
                            elementNames.apply(walk.process(), walk.element()),
                            PlatformClock.at(walk.at()),
                            acted ? walk.actor() : "",
                            acted ? said : ""));
        }
    }

    private String nameOf(String user) {
        return user.isEmpty() || user.equals(CurrentActor.SYSTEM) ? "" : names.computeIfAbsent(user, people::nameOf);
    }

    /** Whether the element of the process was passed. */
    public boolean passed(String process, String element) {
        return passed.contains(process + "/" + element);
    }

    /** How much was passed. */
    public int size() {
        return passed.size();
    }

    /** The steps of a case or round, in order. */
    public List<Step> steps(String businessKey) {
        return steps.getOrDefault(businessKey, List.of()).stream()
                .map(step -> new Step(
                        step.diagram(), step.element(), step.name(), step.at(), nameOf(step.who()), step.what()))
                .toList();
    }
}
