package cn.lianping.rehearsal.explore;

import java.util.Set;

/** The steps that the product brings. */
public final class Steps {

    /** Ids of their user tasks. */
    public static final Set<String> KNOWN = Set.copyOf(Norms.tasks());

    private Steps() {}
}
