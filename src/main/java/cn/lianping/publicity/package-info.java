/** Publicity (公示) of the confirmed list and the objections (异议) to it, article 6.4. */
@NullMarked
package cn.lianping.publicity;

import org.jspecify.annotations.NullMarked;
