package cn.lianping.rehearsal.explore;

import java.util.Map;

/** The facts that generated cases claim of their elements, for the pre-checks. */
@FunctionalInterface
interface Facts {

    /** The next facts to claim of this element, by field. */
    Map<String, Object> next(String element);
}
