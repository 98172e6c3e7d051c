/** The manual: one page a role, kept as data beside the pictures that the browser tests take. */
@NullMarked
package cn.lianping.manual;

import org.jspecify.annotations.NullMarked;
