package cn.lianping.rehearsal.explore;

import static cn.lianping.deliberation.DeliberationProcess.COMPILE_AGENDA;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Further rounds for answers that nobody has given yet at steps that the rehearsal does not know. */
final class Variations {

    private static final int CASES_OF_A_ROUND = 12;
    private static final int MEETINGS = 6;

    private final Drawn drawn;
    private final Set<Choices.Answer> tried = new HashSet<>();

    Variations(Drawn drawn) {
        this.drawn = drawn;
    }

    /** The next rounds; none if there is nothing left to try. */
    List<Script> next(Choices choices) {
        List<Script> scripts = new ArrayList<>();
        List<CaseScript> cases = new ArrayList<>();
        for (Choices.Answer answer : choices.left()) {
            if (!tried.add(answer)) {
                continue;
            }
            if (choices.isOfRound(answer.question())) {
                scripts.add(round("变化:" + title(answer)).tryOut(answer).with(new CaseScript("直接通过").free()));
            } else if (cases.size() < CASES_OF_A_ROUND) {
                cases.add(new CaseScript("变化:" + title(answer)).free().tryOut(answer));
            } else {
                tried.remove(answer);
            }
        }
        if (!cases.isEmpty()) {
            scripts.add(round("新步骤的各种选择").with(cases.toArray(CaseScript[]::new)));
        }
        return scripts;
    }

    private String title(Choices.Answer answer) {
        Choices.Question question = answer.question();
        return "“%s”的“%s”选 %s"
                .formatted(drawn.nameOf(question.process(), question.taskKey()), question.field(), answer.value());
    }

    private static Script round(String title) {
        Script script = new Script(title, "round").free();
        for (int meeting = 0; meeting < MEETINGS; meeting++) {
            script.answer(COMPILE_AGENDA, Map.of("leaveOutUnfinished", true, "leaveOutReason", "试运行:没有走到评分"));
        }
        return script;
    }
}
