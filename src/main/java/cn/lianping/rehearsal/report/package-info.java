/** What a rehearsal found out, as {@code docs/design-api.md} gives it. */
@NullMarked
package cn.lianping.rehearsal.report;

import org.jspecify.annotations.NullMarked;
