/** Rounds (批次) and the cases (案卷) of the alliances evaluated in them. */
@NullMarked
package cn.lianping.round;

import org.jspecify.annotations.NullMarked;
