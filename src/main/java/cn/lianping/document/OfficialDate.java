package cn.lianping.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as official documents write them (GB/T 9704-2012, 7.3.5.4): Arabic numerals, no leading zeros. */
public final class OfficialDate {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private OfficialDate() {}

    /** 2026年3月2日. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of a moment in epoch milliseconds. */
    public static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis).atZone(ZONE));
    }

    /** 2026年3月2日 09:05, of a moment in epoch milliseconds. */
    public static String moment(long millis) {
        return MOMENT.format(Instant.ofEpochMilli(millis).atZone(ZONE));
    }
}
