/**
 * 流程设计: administrators change diagrams, forms, decision tables and policies. A change is drafted, checked, rehearsed,
 * proposed with a reason and put in force by another administrator; every version stays, and a former one can come back.
 */
@NullMarked
package cn.lianping.change;

import org.jspecify.annotations.NullMarked;
