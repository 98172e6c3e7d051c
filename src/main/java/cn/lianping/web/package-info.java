/** Security, error answers and the pages that belong to no stage. */
@NullMarked
package cn.lianping.web;

import org.jspecify.annotations.NullMarked;
