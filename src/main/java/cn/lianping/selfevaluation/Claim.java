package cn.lianping.selfevaluation;

import org.jspecify.annotations.Nullable;

/**
 * What the alliance says of one element (article 4).
 *
 * @param version counts the corrections from 1
 * @param met 1 if the alliance holds that it meets the element, else 0
 * @param chain the key chain chosen for element 1
 * @param facts the facts asked for the pre-check, as JSON
 * @param advice the pre-check's advice; never a score
 */
public record Claim(
        String caseNo,
        int element,
        int version,
        int met,
        String statement,
        @Nullable String chain,
        String facts,
        @Nullable String advice,
        @Nullable String adviceReason) {}
