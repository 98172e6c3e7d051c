package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How many sheets there must be before there is a total.
 *
 * @param panelSize experts on one panel
 * @param minimumExpertSheets valid expert sheets needed
 * @param minimumDivisionSheets valid division sheets needed
 */
public record Sheets(
        PolicyValue<Integer> panelSize,
        PolicyValue<Integer> minimumExpertSheets,
        PolicyValue<DivisionSheets> minimumDivisionSheets) {

    public Sheets {
        Required.present(panelSize, "panelSize");
        Required.present(minimumExpertSheets, "minimumExpertSheets");
        Required.present(minimumDivisionSheets, "minimumDivisionSheets");
        Required.between(panelSize.value(), 1, 99, "专家组人数");
        Required.between(minimumExpertSheets.value(), 1, panelSize.value(), "最少有效专家评审表份数");
    }

    /**
     * Every division of the field ({@code "ALL"}), or a number.
     *
     * @param number null for all
     */
    public record DivisionSheets(@Nullable Integer number) {

        /** All divisions that the field is routed to. */
        public static final DivisionSheets ALL = new DivisionSheets(null);

        public DivisionSheets {
            if (number != null) {
                Required.between(number, 1, 99, "最少有效管理评价意见份数");
            }
        }

        @JsonCreator
        static DivisionSheets parse(Object json) {
            if ("ALL".equals(json)) {
                return ALL;
            }
            if (json instanceof Integer number) {
                return new DivisionSheets(number);
            }
            throw Refusal.invalid("最少有效管理评价意见份数应为 \"ALL\" 或整数,现为 " + json);
        }

        @JsonValue
        Object json() {
            return number == null ? "ALL" : number;
        }

        /** How many are needed where this many divisions were asked; never less than 1. */
        public int needed(int asked) {
            return number == null ? Math.max(1, asked) : number;
        }
    }
}
