package cn.lianping.alliance;

/**
 * A division (处室) that gives the management opinion on alliances of its fields (article 6.3).
 *
 * @param code identity, for instance S1
 * @param department {@code science} or {@code industry}
 * @param name Chinese name
 */
public record Division(String code, String department, String name) {}
