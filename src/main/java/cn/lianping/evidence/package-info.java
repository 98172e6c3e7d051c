/** Files that prove something: checked when they come in, kept unchanged, always served as attachment. */
@NullMarked
package cn.lianping.evidence;

import org.jspecify.annotations.NullMarked;
