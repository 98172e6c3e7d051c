package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may change the design, and what each of their acts needs. */
@Component
public class Administrators {

    private static final int LONGEST_REASON = 1000;

    private final CurrentActor actor;

    Administrators(CurrentActor actor) {
        this.actor = actor;
    }

    /** Whether the person who asks is one. */
    boolean are() {
        return actor.isMemberOf(Groups.PROCESS_ADMIN);
    }

    /**
     * The administrator who acts.
     *
     * @throws Refusal if it is somebody else
     */
    public String require() {
        if (!are()) {
            throw Refusal.forbidden("只有流程管理员可以使用流程设计");
        }
        return actor.userId();
    }

    /**
     * The administrator who acts, who must be another one than the proposer.
     *
     * @throws Refusal if it is the same or none
     */
    public String requireOther(@Nullable String proposer) {
        String user = require();
        if (user.equals(proposer)) {
            throw Refusal.forbidden("须由另一名流程管理员确认,提出人本人不能确认");
        }
        return user;
    }

    /**
     * The reason of an act, without blanks around it.
     *
     * @throws Refusal if there is none or it is too long
     */
    public static String reason(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("请填写理由");
        }
        if (text.length() > LONGEST_REASON) {
            throw Refusal.invalid("理由不超过 " + LONGEST_REASON + " 字,现有 " + text.length() + " 字");
        }
        return text;
    }
}
