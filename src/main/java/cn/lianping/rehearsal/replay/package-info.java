/** Finished rounds of the past, done again from their records: the same people, forms and times under the draft. */
@NullMarked
package cn.lianping.rehearsal.replay;

import org.jspecify.annotations.NullMarked;
