package cn.lianping.round;

import java.util.List;
import java.util.Map;

/** What reviewers read of a case: the alliance's own words and what was found on them, never anybody's sheet. */
public interface CaseFile {

    /**
     * The ten elements in order. Each map has {@code no} (1 to 10, an Integer) and, as texts (empty where there is
     * nothing): {@code claim} (the alliance's own answer), {@code statement}, {@code facts}, {@code advice} (of the
     * pre-check) and {@code review} (the preliminary review of both departments).
     */
    List<Map<String, Object>> elements(String caseNo);
}
