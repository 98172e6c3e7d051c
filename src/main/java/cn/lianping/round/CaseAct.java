package cn.lianping.round;

import cn.lianping.identity.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One line of the approval sheet, with who may read which part of it.
 *
 * @param stage as people name it
 * @param office on whose behalf
 * @param person user id, or null where nobody in particular acted
 * @param named who may read the person's name
 * @param act what was done
 * @param audience who may read that it was done
 * @param opinion what was said; may be empty
 * @param worded who may read the opinion
 * @param at epoch milliseconds
 */
public record CaseAct(
        String stage,
        String office,
        @Nullable String person,
        Audience named,
        String act,
        Audience audience,
        String opinion,
        Audience worded,
        long at) {

    /** An act that everybody whom the case concerns may read. */
    public static CaseAct of(String stage, String office, String act, long at) {
        return new CaseAct(stage, office, null, Audience.OFFICE, act, Audience.EVERYBODY, "", Audience.OFFICE, at);
    }

    /** The same, done by the person. */
    public CaseAct by(@Nullable String who, Audience mayReadName) {
        return new CaseAct(stage, office, who, mayReadName, act, audience, opinion, worded, at);
    }

    /** The same, with these words. */
    public CaseAct saying(@Nullable String words, Audience mayReadWords) {
        return new CaseAct(stage, office, person, named, act, audience, words == null ? "" : words, mayReadWords, at);
    }

    /** The same, for these readers alone. */
    public CaseAct readBy(Audience readers) {
        return new CaseAct(stage, office, person, named, act, readers, opinion, worded, at);
    }
}
