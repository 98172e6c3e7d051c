/** The append-only log of every act, chained by hash, and what verifies it. */
@NullMarked
package cn.lianping.audit;

import org.jspecify.annotations.NullMarked;
