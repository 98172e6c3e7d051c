package cn.lianping.deliberation;

import cn.lianping.Refusal;
import cn.lianping.policy.Deliberation.Quorum;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the minutes say of the meeting.
 *
 * @param present members who were there
 * @param members members there are
 * @param recused who left the room for which case, in words
 */
record Minutes(
        String minutesNo,
        LocalDate meetingDate,
        int present,
        int members,
        @Nullable String recused) {

    /** Refuses minutes of a meeting that could not decide. */
    void requireValid(Quorum quorum, LocalDate today) {
        if (meetingDate.isAfter(today)) {
            throw Refusal.invalid("会议日期 " + meetingDate + " 晚于今天 " + today + ";请在会议召开后登记");
        }
        if (members < 1) {
            throw Refusal.invalid("应到人数应至少为 1,现为 " + members);
        }
        if (present < 0 || present > members) {
            throw Refusal.invalid("实到人数 " + present + " 应在 0 与应到人数 " + members + " 之间");
        }
        if (!quorum.reached(present, members)) {
            throw Refusal.invalid(
                    "实到 " + present + " 人,应到 " + members + " 人,未达到会议有效人数(" + quorum.label() + ");本次会议的决定不能登记");
        }
    }
}
