package cn.lianping.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * By what a case or a round is looked for.
 *
 * @param businessKey number of the case or of the round
 * @param caseNo null for a round
 * @param field technical field (归口领域) of the alliance; empty for a round
 */
record CaseScope(String businessKey, @Nullable String caseNo, String roundNo, String area, String field) {

    /** Of something that is neither a case nor a round. */
    static CaseScope unknown(String businessKey) {
        return new CaseScope(businessKey, null, "", "", "");
    }
}
