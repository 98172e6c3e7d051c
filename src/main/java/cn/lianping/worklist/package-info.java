/** The lists that people work from, beside those of the engine: cards, search, what they did. */
@NullMarked
package cn.lianping.worklist;

import org.jspecify.annotations.NullMarked;
