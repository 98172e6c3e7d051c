/** What people at a task may do besides completing it (办理动作): 退回, 撤回, 转办, 委派, 加签, 抄送, 催办, 代理, 暂存. */
@NullMarked
package cn.lianping.office;

import org.jspecify.annotations.NullMarked;
