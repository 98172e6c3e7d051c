/** Generated cases: what is played, what has to come of it, and what of the diagrams was walked. */
@NullMarked
package cn.lianping.rehearsal.explore;

import org.jspecify.annotations.NullMarked;
