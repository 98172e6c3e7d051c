package cn.lianping.rehearsal.explore;

import cn.lianping.policy.Policy;
import cn.lianping.round.CaseStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What people do with one generated case, where they do not simply agree, and what has to come of it. */
public final class CaseScript {

    private final String title;
    private final Map<String, Deque<Map<String, Object>>> answers = new HashMap<>();
    private final Map<String, BiPredicate<Situation, CaseScript>> held = new HashMap<>();
    private final Map<String, Integer> differences = new LinkedHashMap<>();
    private boolean narrow;
    private boolean free;
    private Choices.@Nullable Answer wanted;
    private boolean expertsAgain;
    private int divisionPoints = 8;
    private int expertPoints = 8;
    private @Nullable CaseStatus expected;
    private Course course = Course.FULL;
    private @Nullable String caseNo;

    /** How far a case comes if nothing else is said. */
    enum Course {
        NOTHING,
        SELF_EVALUATED,
        REVIEWED,
        FULL
    }

    CaseScript(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** The answer to the next task of this kind; later ones of the kind take the next answers, then agree. */
    CaseScript answer(String taskKey, Map<String, Object> form) {
        answers.computeIfAbsent(taskKey, key -> new ArrayDeque<>()).add(form);
        return this;
    }

    /** Nobody does tasks of this kind before that. */
    CaseScript hold(String taskKey, BiPredicate<Situation, CaseScript> until) {
        held.put(taskKey, until);
        return this;
    }

    /** The case is of the field without experts in reserve. */
    CaseScript narrow() {
        narrow = true;
        return this;
    }

    /** What divisions and experts give. */
    CaseScript points(int ofDivisions, int ofExperts) {
        divisionPoints = ofDivisions;
        expertPoints = ofExperts;
        return this;
    }

    /** Where the case has to stand in the end. */
    CaseScript ends(CaseStatus status) {
        expected = status;
        return this;
    }

    /** How far it comes. */
    CaseScript comes(Course far) {
        course = far;
        return this;
    }

    /** How much more often (or less) something is done than in a case that goes straight on. */
    CaseScript more(String taskKeyOrAct, int times) {
        differences.merge(taskKeyOrAct, times, Integer::sum);
        return this;
    }

    /** Nothing certain has to come of it but that it ends. */
    CaseScript free() {
        free = true;
        return this;
    }

    boolean isFree() {
        return free;
    }

    /** This answer is given once, where it is asked for. */
    CaseScript tryOut(Choices.Answer answer) {
        wanted = answer;
        return this;
    }

    Choices.@Nullable Answer wanted() {
        return wanted;
    }

    /** Whether something else than agreement is to be said at the next task of this kind. */
    boolean hasAnswer(String taskKey) {
        return !answers.getOrDefault(taskKey, new ArrayDeque<>()).isEmpty();
    }

    Map<String, Object> nextAnswer(String taskKey) {
        Deque<Map<String, Object>> left = answers.get(taskKey);
        return left == null || left.isEmpty() ? Map.of() : left.poll();
    }

    boolean isHeld(String taskKey, Situation play) {
        BiPredicate<Situation, CaseScript> until = held.get(taskKey);
        return until != null && !until.test(play, this);
    }

    boolean isNarrow() {
        return narrow;
    }

    /** How many divisions its field is routed to. */
    int divisions() {
        return narrow ? 1 : 2;
    }

    int divisionPoints() {
        return divisionPoints;
    }

    /** What the expert of a seat gives, from 1. */
    int pointsOfSeat(int seat) {
        return Math.min(Policy.ELEMENTS, expertPoints + (seat - 1) % 2);
    }

    @Nullable
    CaseStatus expected() {
        return expected;
    }

    Course course() {
        return course;
    }

    Map<String, Integer> differences() {
        return differences;
    }

    /** Every expert is asked once more. */
    CaseScript everyExpertAgain() {
        expertsAgain = true;
        return this;
    }

    boolean asksEveryExpertAgain() {
        return expertsAgain;
    }

    void applied(String number) {
        caseNo = number;
    }

    /** The number of the case, once it has applied. */
    public String caseNo() {
        if (caseNo == null) {
            throw new IllegalStateException(title + " has not applied");
        }
        return caseNo;
    }

    boolean hasApplied() {
        return caseNo != null;
    }
}
