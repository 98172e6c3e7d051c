/** Pilot projects (试点示范, articles 7 and 8): selection, fund-use plan, filing, reports, acceptance. */
@NullMarked
package cn.lianping.pilot;

import org.jspecify.annotations.NullMarked;
