/** Self-evaluation by the alliance and its sealed report (article 6.1). */
@NullMarked
package cn.lianping.selfevaluation;

import org.jspecify.annotations.NullMarked;
