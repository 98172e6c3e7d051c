/**
 * 在办件迁移: running cases go on by another version of their diagram. Planned, tried on a copy, confirmed by a second
 * administrator, run case by case; a case that cannot be moved stays as it was.
 */
@NullMarked
package cn.lianping.migration;

import org.jspecify.annotations.NullMarked;
