package cn.lianping.rehearsal.explore;

import cn.lianping.policy.Policy;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all rounds of an exploration.
 *
 * @param area the city whose rounds they are, null for the province
 * @param opens the first day of the rounds
 * @param choices what is chosen where nothing is known
 * @param staffed groups that have members on the platform
 * @param failFast whether the first failure ends it
 */
record Plan(
        @Nullable String area, Policy policy, LocalDate opens, Choices choices, Set<String> staffed, boolean failFast) {

    private static final int INTAKE_DAYS = 18;

    /** The last day of the intake. */
    LocalDate closes() {
        return opens.plusDays(INTAKE_DAYS);
    }
}
