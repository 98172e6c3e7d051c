/** The application and the one exception that every package refuses bad input with. */
@NullMarked
package cn.lianping;

import org.jspecify.annotations.NullMarked;
