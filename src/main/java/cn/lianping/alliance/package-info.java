/** The registry of alliances: organisations, members, chains, divisions and experts, and its import from files. */
@NullMarked
package cn.lianping.alliance;

import org.jspecify.annotations.NullMarked;
