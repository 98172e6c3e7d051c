package cn.lianping.walkthrough;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The course of a round, from {@code scenario.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Scenario(
        String round,
        String policy,
        @JsonProperty("objection_hold") @Nullable String objectionHold,
        LocalDate opens,
        LocalDate closes,
        @Nullable List<String> withdrawn,
        @JsonProperty("never_submitted") @Nullable List<String> neverSubmitted,
        @JsonProperty("late_recusals") @Nullable List<Recusal> lateRecusals,
        Meeting deliberation,
        Start notice,
        @Nullable List<Objection> objections,
        Number release,
        @JsonProperty("supplementary_release") @Nullable Number supplementaryRelease,
        @JsonProperty("supplementary_notice") @Nullable Start supplementaryNotice,
        @Nullable Pilots pilots) {

    /** The expert whose sheet is voided, and who takes the seat. */
    record Recusal(String alliance, String expert, @Nullable String replacement, String reason) {}

    /** The party groups' meeting; every case without a decision here is confirmed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meeting(
            @JsonProperty("minutes_no") String minutesNo,
            LocalDate date,
            int present,
            int members,
            @Nullable List<Decision> decisions) {}

    /** A decision other than confirmation: {@code defer}, {@code reject} or {@code return_…}. */
    record Decision(String alliance, String outcome, String reason) {}

    /** First day of a notice. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Start(LocalDate start) {}

    /** Number of a release document. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Number(@JsonProperty("document_no") String documentNo) {}

    /** An objection and what became of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Objection(
            String alliance,
            String channel,
            @Nullable String objector,
            String text,
            @Nullable LocalDate postmark,
            LocalDate on,
            @Nullable String expect,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Recusal replace) {

        boolean mustBeRefused() {
            return "refused".equals(expect);
        }

        boolean byPost() {
            return "post".equals(channel);
        }
    }

    /** The pilots: the same amount each, by rank, while the budget lasts. */
    record Pilots(BigDecimal budget, BigDecimal amount, LocalDate start, Map<String, BigDecimal> uses) {}

    boolean isWithdrawn(String alliance) {
        return some(withdrawn).contains(alliance);
    }

    boolean neverSubmits(String alliance) {
        return some(neverSubmitted).contains(alliance);
    }

    static <T> List<T> some(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
