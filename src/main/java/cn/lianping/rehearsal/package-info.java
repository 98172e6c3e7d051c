/** 试运行: a draft runs in an engine of its own, with generated and with past cases, before it counts. */
@NullMarked
package cn.lianping.rehearsal;

import org.jspecify.annotations.NullMarked;
