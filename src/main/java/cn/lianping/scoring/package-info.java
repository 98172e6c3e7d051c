/** From sheets to a score and a rank, exactly (articles 5 and 6.3). No Spring, no engine, no database. */
@NullMarked
package cn.lianping.scoring;

import org.jspecify.annotations.NullMarked;
