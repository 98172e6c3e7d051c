/** Advice on the facts of an element, from decision tables (article 4). Never a score. */
@NullMarked
package cn.lianping.precheck;

import org.jspecify.annotations.NullMarked;
