package cn.lianping.round;

import java.util.List;
import java.util.Map;

/** What the reviewers of a case see of its self-evaluation. */
public interface CaseFile {

    /**
     * The ten elements in order, each with no, name, text, met (符合 or 不符合), statement, chain, facts, advice and
     * review (what the preliminary review said of it).
     */
    List<Map<String, Object>> elements(String caseNo);
}
