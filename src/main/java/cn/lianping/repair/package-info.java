/**
 * 个案修正: a case that got stuck is moved to another step, its failed job tried again, or a routing variable corrected;
 * with a reason, by two administrators, on record, and never past what the legal minimum protects.
 */
@NullMarked
package cn.lianping.repair;

import org.jspecify.annotations.NullMarked;
