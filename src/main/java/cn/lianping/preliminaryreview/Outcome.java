package cn.lianping.preliminaryreview;

import java.util.Collection;

/** What a department, or both together, hold of a report. */
public enum Outcome {
    PASS("通过"),
    RETURN("退回更正"),
    REJECT("不予推荐");

    private final String chinese;

    Outcome(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** Both departments together: one rejection rejects, one return returns, only two passes pass. */
    public static Outcome of(Collection<Outcome> opinions) {
        if (opinions.contains(REJECT)) {
            return REJECT;
        }
        return opinions.contains(RETURN) ? RETURN : PASS;
    }
}
