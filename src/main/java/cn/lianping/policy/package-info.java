/** The rules of a round as data: versioned, pinned to the round, never changed once in use (article 4 to 9). */
@NullMarked
package cn.lianping.policy;

import org.jspecify.annotations.NullMarked;
