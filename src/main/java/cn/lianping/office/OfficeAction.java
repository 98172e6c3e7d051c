package cn.lianping.office;

import cn.lianping.engine.ActsTakenBack;
import java.util.Optional;
import java.util.stream.Stream;

/** What the people at a task may do besides completing it. Which task allows which is a property in its diagram. */
public enum OfficeAction {
    /** To an earlier step that the case has passed. */
    RETURN("return", "退回"),
    /** By the person who acted last, while nobody has taken up what followed. */
    WITHDRAW(ActsTakenBack.WITHDRAW, "撤回"),
    /** To a colleague who is responsible for the task too. */
    TRANSFER("transfer", "转办"),
    /** A colleague prepares it and hands it back; the decision stays. */
    DELEGATE("delegate", "委派"),
    /** Somebody else is asked for an opinion before the task is completed; may be taken off again (减签). */
    SIGN("sign", "加签"),
    /** Somebody else is told and may read the case. */
    COPY("copy", "抄送"),
    /** Whoever holds the task is asked to hurry. */
    URGE("urge", "催办");

    private final String word;
    private final String chinese;

    OfficeAction(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word in the diagram's property {@code actions}. */
    public String word() {
        return word;
    }

    /** The action as people know it. */
    public String chinese() {
        return chinese;
    }

    /** The action of that word; none for a word that means nothing. */
    static Optional<OfficeAction> of(String word) {
        return Stream.of(values()).filter(action -> action.word.equals(word)).findFirst();
    }
}
