package cn.lianping.rehearsal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished case of the past, done again.
 *
 * @param same whether path, score, rank and duration are as recorded and it got stuck nowhere
 * @param workingDays from the application to the end, in office hours
 * @param stuck where it got stuck and why, null if it did not
 */
public record Replayed(
        String caseNo,
        String alliance,
        String round,
        boolean same,
        Change<List<String>> path,
        Change<String> score,
        Change<Integer> rank,
        Change<Double> workingDays,
        @Nullable String stuck,
        List<Step> steps) {}
