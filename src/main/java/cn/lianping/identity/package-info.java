/** People and the groups they act for. */
@NullMarked
package cn.lianping.identity;

import org.jspecify.annotations.NullMarked;
