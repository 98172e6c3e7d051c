package cn.lianping.engine;

import java.util.Collection;

/** Who may act for whom during an absence (代理). */
public interface StandIns {

    /** Whether the person stands in, at this moment, for a member of one of the groups. */
    boolean mayActFor(String who, Collection<String> groups);
}
