/** Everything that the earlier stages say of a case, put together for those who decide on it. */
@NullMarked
package cn.lianping.casefile;

import org.jspecify.annotations.NullMarked;
