package cn.lianping.rehearsal.past;

/**
 * An entry of the log of acts.
 *
 * @param at epoch milliseconds
 * @param details JSON
 */
public record RecordedEntry(long seq, long at, String actor, String act, String subject, String details) {}
