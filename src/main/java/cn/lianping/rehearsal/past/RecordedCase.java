package cn.lianping.rehearsal.past;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished case.
 *
 * @param alliance its name
 * @param rank its place among the released ones of the recorded cases of the round, null if it was not released
 */
public record RecordedCase(
        String caseNo, String alliance, @Nullable Integer rank, List<RecordedEntry> entries) {}
