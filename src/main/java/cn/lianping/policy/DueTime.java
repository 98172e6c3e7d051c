package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;

/**
 * When a user task is due, in working days; the day it comes up does not count.
 *
 * @param dueIn working days until it is due
 * @param reminderBefore working days before the due date at which the people are reminded; at most {@code dueIn}
 * @param escalationAfter working days after the due date at which it is escalated
 */
public record DueTime(int dueIn, int reminderBefore, int escalationAfter) {

    public DueTime {
        Required.between(dueIn, 1, 250, "办理期限(工作日)");
        Required.between(reminderBefore, 1, 250, "提前提醒(工作日)");
        Required.between(escalationAfter, 1, 250, "逾期升级(工作日)");
        // a task of one day is reminded on the day it comes up
        if (reminderBefore > dueIn) {
            throw Refusal.invalid("提前提醒 %d 个工作日,超过办理期限 %d 个工作日".formatted(reminderBefore, dueIn));
        }
    }
}
