package cn.lianping.comprehensiveevaluation;

/**
 * A case in the order of its round.
 *
 * @param place from 1; equal cases share it, and the next place is skipped
 */
public record PlacedCase(int place, Score score) {}
