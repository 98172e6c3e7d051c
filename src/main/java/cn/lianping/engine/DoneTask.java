package cn.lianping.engine;

/**
 * An act on a task that its person can look up later (我已办).
 *
 * @param person user id of who acted
 * @param caseNo number of the case, or of the round
 * @param act {@link #COMPLETED}, or the word of the office action
 * @param outcome what was decided, in a word as people read it
 * @param opinion what was written, may be empty; what is longer than 500 characters is cut
 */
public record DoneTask(
        String taskId,
        String person,
        String caseNo,
        String taskKey,
        String title,
        String act,
        String outcome,
        String opinion) {

    /** The act of whoever completed the task, the only one that can be taken back. */
    public static final String COMPLETED = "complete";

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_OUTCOME = 100;
    private static final int LONGEST_OPINION = 500;

    public DoneTask {
        title = cut(title, LONGEST_TITLE);
        outcome = cut(outcome, LONGEST_OUTCOME);
        opinion = cut(opinion, LONGEST_OPINION);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
