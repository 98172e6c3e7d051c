package cn.lianping.audit;

/**
 * How often something happened in a chain that tells of the way of a case; files, sheets and scores do not.
 *
 * @param what the step that was done, the status that was reached, or else the kind of act
 */
public record Happening(String chain, String what, int times) {}
