/** Plays a whole round from files against a running server, acting only as people do over HTTP. */
@NullMarked
package cn.lianping.walkthrough;

import org.jspecify.annotations.NullMarked;
