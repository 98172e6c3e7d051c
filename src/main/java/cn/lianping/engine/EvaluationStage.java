package cn.lianping.engine;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six stages of the evaluation of a case (article 6), in their order, and how diagrams show them. */
public enum EvaluationStage {
    SELF_EVALUATION("self-evaluation", "联盟自评", "self-evaluation", null),
    PRELIMINARY_REVIEW("preliminary-review", "初审复核", "preliminary-review", null),
    COMPREHENSIVE_EVALUATION("comprehensive-evaluation", "综合评价", "comprehensive-evaluation", null),
    DELIBERATION("deliberation", "党组会审议", null, "deliberation.decided"),
    PUBLICITY("publicity", "公示", null, "publicity.ended"),
    JOINT_RELEASE("joint-release", "联合发布", null, "release.published");

    private final String code;
    private final String chinese;
    private final @Nullable String calledProcess;
    private final @Nullable String awaitedMessage;

    EvaluationStage(String code, String chinese, @Nullable String calledProcess, @Nullable String awaitedMessage) {
        this.code = code;
        this.chinese = chinese;
        this.calledProcess = calledProcess;
        this.awaitedMessage = awaitedMessage;
    }

    /** The word of the stage in folders, properties of user tasks, tables and JSON. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String chinese() {
        return chinese;
    }

    /** The stage of this code, if it is one of the six. */
    public static Optional<EvaluationStage> of(@Nullable String code) {
        return Stream.of(values()).filter(stage -> stage.code.equals(code)).findFirst();
    }

    /** The stage in which a case is while the process of this key works on it. */
    static Optional<EvaluationStage> ofCalled(@Nullable String process) {
        return Stream.of(values())
                .filter(stage -> stage.calledProcess != null && stage.calledProcess.equals(process))
                .findFirst();
    }

    /** The stage in which a case is while it waits for the round to send this message. */
    static Optional<EvaluationStage> ofAwaited(@Nullable String message) {
        return Stream.of(values())
                .filter(stage -> stage.awaitedMessage != null && stage.awaitedMessage.equals(message))
                .findFirst();
    }
}
