/** The comprehensive evaluation (综合评价, article 6.3): panel, recusals, sheets of divisions and experts, score. */
@NullMarked
package cn.lianping.comprehensiveevaluation;

import org.jspecify.annotations.NullMarked;
