package cn.lianping.rehearsal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated case.
 *
 * @param outcome how it ended
 * @param failure what went wrong, null if nothing did
 */
public record Played(
        String id, String title, String outcome, @Nullable String failure, List<Step> steps) {}
