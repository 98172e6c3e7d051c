package cn.lianping.calendar;

/** What a period counts. */
public enum PeriodUnit {
    /** Official working days, make-up working days (调休) included. */
    WORKING_DAY("工作日"),
    /** Every day of the calendar (自然日). */
    NATURAL_DAY("自然日");

    private final String label;

    PeriodUnit(String label) {
        this.label = label;
    }

    /** The Chinese word people see. */
    public String label() {
        return label;
    }
}
