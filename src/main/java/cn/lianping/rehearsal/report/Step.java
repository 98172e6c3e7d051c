package cn.lianping.rehearsal.report;

import java.time.OffsetDateTime;

/**
 * A step of a played or replayed case.
 *
 * @param diagram key of the process
 * @param at by the clock of the rehearsal
 * @param who acted, as people read it; empty for the platform
 * @param what was entered or happened
 */
public record Step(String diagram, String element, String name, OffsetDateTime at, String who, String what) {}
