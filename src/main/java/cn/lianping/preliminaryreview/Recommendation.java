package cn.lianping.preliminaryreview;

/**
 * The recommendation of a case by its area (article 6.2).
 *
 * @param orderNo place in the area's order of recommendation, from 1
 * @param letterNo number of the letter (推荐函)
 */
public record Recommendation(int orderNo, String letterNo, String opinion) {}
