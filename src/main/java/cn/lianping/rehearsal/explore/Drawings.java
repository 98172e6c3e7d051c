package cn.lianping.rehearsal.explore;

import cn.lianping.rehearsal.RehearsalOnly;
import java.util.Map;

/** The diagrams that are rehearsed now. */
@RehearsalOnly
public class Drawings {

    private Drawn drawn = new Drawn(Map.of());

    /** From now on these. */
    public void use(Drawn diagrams) {
        drawn = diagrams;
    }

    /** Those that were named last. */
    public Drawn current() {
        return drawn;
    }
}
