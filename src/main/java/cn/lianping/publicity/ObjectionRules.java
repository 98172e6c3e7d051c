package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.calendar.OfficialCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** When and from whom an objection is taken: real name, in writing, within the period (article 6.4; practice). */
final class ObjectionRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_STATEMENT = 4000;
    private static final Pattern NAME = Pattern.compile(".*\\p{L}.*\\p{L}.*");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i).*(匿名|佚名|无名氏|不具名|不愿透露|anonymous).*|某+|(某+)?(群众|企业|单位|公司|员工)|无|不详|保密|知情(人|者)|热心(群众|市民)");
    private static final Pattern PHONE = Pattern.compile(".*\\d{7,}.*");
    private static final Pattern MAIL = Pattern.compile(".*[^\\s@]+@[^\\s@]+\\.[^\\s@]+.*");
    private static final Pattern ADDRESS = Pattern.compile(".*\\p{IsHan}{6,}.*");

    private ObjectionRules() {}

    /** Anonymous objections are refused. */
    static void requireRealName(String name, String contact) {
        String person = name.strip();
        if (!NAME.matcher(person).matches() || NO_NAME.matcher(person).matches()) {
            throw Refusal.invalid("异议应当实名:请填写真实姓名,单位提出的填写单位全称并附加盖公章的材料;匿名异议不予受理");
        }
        if (person.length() > LONGEST_NAME) {
            throw Refusal.invalid("姓名或单位名称最多 %d 字,现有 %d 字".formatted(LONGEST_NAME, person.length()));
        }
        String reach = contact.strip();
        String digits = reach.replaceAll("[\\s()-]", "");
        if (!PHONE.matcher(digits).matches()
                && !MAIL.matcher(reach).matches()
                && !ADDRESS.matcher(digits).matches()) {
            throw Refusal.invalid("异议应当实名并留有效联系方式:请填写电话、电子邮箱或通信地址,以便核查和答复");
        }
        if (reach.length() > LONGEST_NAME) {
            throw Refusal.invalid("联系方式最多 %d 字,现有 %d 字".formatted(LONGEST_NAME, reach.length()));
        }
    }

    /** Facts and reasons have to be written down. */
    static void requireStatement(String statement) {
        int length = statement.strip().length();
        if (length == 0) {
            throw Refusal.invalid("异议应当书面提出:请写明具体事实和理由");
        }
        if (length > LONGEST_STATEMENT) {
            throw Refusal.invalid("事实和理由最多 %d 字,现有 %d 字;更多内容请作为证明材料上传".formatted(LONGEST_STATEMENT, length));
        }
    }

    /** On the web the moment of receipt decides. */
    static void requireRunning(Notice notice, Instant now) {
        if (now.isBefore(OfficialCalendar.startOfDay(notice.startsOn()))) {
            throw Refusal.conflict("公示尚未开始,公示期为 %s;请在公示期内提出异议".formatted(notice.period()));
        }
        if (notice.overAt(now)) {
            throw Refusal.conflict("公示期已满,公示期为 %s;逾期提出的异议不予受理".formatted(notice.period()));
        }
    }

    /** Of a letter the postmark decides, whenever it arrives. */
    static void requirePostmarkWithin(Notice notice, LocalDate postmark, LocalDate today) {
        if (postmark.isAfter(today)) {
            throw Refusal.invalid("邮戳日期 %s 晚于今天 %s;请核对信封上的邮戳".formatted(postmark, today));
        }
        if (postmark.isBefore(notice.startsOn())) {
            throw Refusal.conflict("邮戳日期 %s 早于公示开始,公示期为 %s;不予受理".formatted(postmark, notice.period()));
        }
        if (postmark.isAfter(notice.endsOn())) {
            throw Refusal.conflict("邮戳日期 %s 已过公示期,公示期为 %s;逾期异议不予受理".formatted(postmark, notice.period()));
        }
    }
}
