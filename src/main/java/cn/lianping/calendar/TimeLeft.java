package cn.lianping.calendar;

import java.time.LocalDate;

/**
 * How far a last day is away, in working days.
 *
 * @param last the last day in time
 * @param workingDays working days after today up to the last day; negative: those that passed since
 * @param over whether the last day has passed; over a holiday that is so although no working day passed
 * @param provisional whether a counted day lies in a year without official calendar
 */
public record TimeLeft(LocalDate last, int workingDays, boolean over, boolean provisional) {

    /** Working days that still count as soon. */
    private static final int SOON = 2;

    /** Whether it is over, or will be within two working days. */
    public boolean soon() {
        return !over && workingDays <= SOON;
    }

    /** As people read it. */
    public String label() {
        String days;
        if (over) {
            days = workingDays == 0 ? "已逾期" : "逾期 %d 个工作日".formatted(-workingDays);
        } else {
            days = workingDays == 0 ? "今天到期" : "剩 %d 个工作日".formatted(workingDays);
        }
        return provisional ? days + "(暂定)" : days;
    }
}
