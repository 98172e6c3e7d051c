package cn.lianping.change;

import org.jspecify.annotations.Nullable;

/**
 * A file of a change.
 *
 * @param version of its newest draft
 * @param baseRef what the first draft was taken from, null for a new file
 */
record FileRow(
        String changeId, String path, int version, @Nullable String baseRef) {}
