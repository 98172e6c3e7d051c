/** What is on record of finished rounds, as a rehearsal is given it. */
@NullMarked
package cn.lianping.rehearsal.past;

import org.jspecify.annotations.NullMarked;
