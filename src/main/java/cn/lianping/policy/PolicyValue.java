package cn.lianping.policy;

import cn.lianping.Refusal;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A value of the policy and how far it can be relied on.
 *
 * @param value the value
 * @param source the article it comes from, or 惯例 (practice)
 * @param status whether it is certain
 */
public record PolicyValue<T>(T value, String source, Status status) {

    /** How certain a value is. */
    public enum Status {
        /** Read in the measures. */
        @JsonProperty("confirmed")
        CONFIRMED("已确认"),
        /** Concluded from the measures or from practice. */
        @JsonProperty("inferred")
        INFERRED("推定"),
        /** Not known; a stand-in or empty. */
        @JsonProperty("unknown")
        UNKNOWN("未知");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The Chinese word people see. */
        public String label() {
            return label;
        }
    }

    public PolicyValue {
        Required.present(value, "value");
        Required.text(source, "source");
        Required.present(status, "status");
    }

    /**
     * A value that a policy may leave open.
     *
     * @param value null where the policy sets none; the status is then {@link Status#UNKNOWN}, or a source says that
     *     there is none
     */
    public record Open<T>(@Nullable T value, String source, Status status) {

        public Open {
            Required.text(source, "source");
            Required.present(status, "status");
        }
    }

    /** Checks that a part of the document is there; the reader adds where. */
    static final class Required {

        private Required() {}

        static void present(@Nullable Object value, String name) {
            if (value == null) {
                throw Refusal.invalid("缺少 " + name);
            }
        }

        static void text(@Nullable String value, String name) {
            if (value == null || value.isBlank()) {
                throw Refusal.invalid("缺少 " + name);
            }
        }

        static void between(int value, int least, int most, String what) {
            if (value < least || value > most) {
                throw Refusal.invalid("%s应为 %d 至 %d,现为 %d".formatted(what, least, most, value));
            }
        }
    }
}
