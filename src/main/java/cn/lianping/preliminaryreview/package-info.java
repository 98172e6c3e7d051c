/** Review of the self-evaluation report by the two departments of the area (article 6.2). */
@NullMarked
package cn.lianping.preliminaryreview;

import org.jspecify.annotations.NullMarked;
