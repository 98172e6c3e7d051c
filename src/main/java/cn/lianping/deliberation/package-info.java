/** Party-group deliberation (党组会审议, article 6.4): agenda, minutes, decisions. It confirms scores and never writes one. */
@NullMarked
package cn.lianping.deliberation;

import org.jspecify.annotations.NullMarked;
