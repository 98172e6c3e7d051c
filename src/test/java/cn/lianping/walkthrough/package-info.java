@NullMarked
package cn.lianping.walkthrough;

import org.jspecify.annotations.NullMarked;
