/**
 * Where a round is stuck, who holds it and where its time goes: facts of tasks and stages, written as the process runs,
 * and the managers' figures from them, in working days.
 */
@NullMarked
package cn.lianping.monitoring;

import org.jspecify.annotations.NullMarked;
