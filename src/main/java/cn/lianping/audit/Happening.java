package cn.lianping.audit;

/**
 * How often something happened in a chain.
 *
 * @param what the step that was done, the status that was reached, or else the act
 */
public record Happening(String chain, String what, int times) {}
