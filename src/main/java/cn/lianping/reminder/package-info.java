/** What people are told without looking: the bell in the page, and mail. */
@NullMarked
package cn.lianping.reminder;

import org.jspecify.annotations.NullMarked;
