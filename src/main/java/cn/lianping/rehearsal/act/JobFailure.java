package cn.lianping.rehearsal.act;

import org.jspecify.annotations.Nullable;

/**
 * A step of the platform's own that failed.
 *
 * @param process key of the process, empty for what belongs to none
 * @param element where the job stands
 * @param businessKey case or round, null for a fan-out to many
 * @param reason why
 */
public record JobFailure(
        String process, String element, @Nullable String businessKey, String reason) {}
