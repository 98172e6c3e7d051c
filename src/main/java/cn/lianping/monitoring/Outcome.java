package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import java.util.Map;

/** How a case left a stage, or how a task ended. */
enum Outcome {
    OPEN("在办", Kind.OPEN),
    /** The case went on to a later stage. */
    FORWARD("进入下一环节", Kind.OUT),
    /** The case went back to an earlier stage, or to the beginning of the same one. */
    BACK("退回", Kind.BACK),
    RELEASED("联合发布", Kind.OUT),
    REJECTED("未通过", Kind.DECIDED),
    DEFERRED("转入下一批次", Kind.DECIDED),
    WITHDRAWN("已撤回", Kind.BROKEN),
    CLOSED("批次终止", Kind.BROKEN),
    /** It left, and what follows is not known yet. */
    LEFT("已离开", Kind.UNKNOWN),
    COMPLETED("已办结", Kind.OUT),
    /** The person at the task sent the case back (退回). */
    RETURNED("退回", Kind.BACK),
    /** Completed, and taken back by its person later (撤回). */
    TAKEN_BACK("办结后撤回", Kind.OUT),
    CANCELLED("已取消", Kind.BROKEN);

    /** What an outcome counts as. */
    enum Kind {
        OPEN,
        OUT,
        BACK,
        /** It ended here by a decision. */
        DECIDED,
        /** It ended here without having been done; its time says nothing of how long the work takes. */
        BROKEN,
        UNKNOWN
    }

    /** Ids of the end events of a case, which are part of the public contract. */
    private static final Map<String, Outcome> ENDS = Map.of(
            "endEvent_released", RELEASED,
            "endEvent_rejectedByReview", REJECTED,
            "endEvent_rejectedByDeliberation", REJECTED,
            "endEvent_deferred", DEFERRED,
            "endEvent_withdrawn", WITHDRAWN,
            "endEvent_closedByRound", CLOSED);

    private final String chinese;
    private final Kind kind;

    Outcome(String chinese, Kind kind) {
        this.chinese = chinese;
        this.kind = kind;
    }

    String chinese() {
        return chinese;
    }

    Kind kind() {
        return kind;
    }

    /** What it means that a case reached this end event; an unknown one is a decision of an administrator's diagram. */
    static Outcome ofEnd(String endEventId) {
        return ENDS.getOrDefault(endEventId, REJECTED);
    }

    /** What it means that a case which left one stage came into another. */
    static Outcome between(EvaluationStage left, EvaluationStage entered) {
        return entered.compareTo(left) > 0 ? FORWARD : BACK;
    }
}
