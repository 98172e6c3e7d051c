/** Official working days of China: publicity periods, due times, reminders. */
@NullMarked
package cn.lianping.calendar;

import org.jspecify.annotations.NullMarked;
