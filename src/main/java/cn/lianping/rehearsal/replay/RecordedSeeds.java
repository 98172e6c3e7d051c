package cn.lianping.rehearsal.replay;

import cn.lianping.comprehensiveevaluation.DrawSeeds;
import cn.lianping.rehearsal.RehearsalOnly;
import java.util.HashMap;
import java.util.Map;

/** Replayed cases draw their panels from the recorded seeds; generated ones from one that their number gives. */
@RehearsalOnly
class RecordedSeeds implements DrawSeeds {

    private final Map<String, String> recorded = new HashMap<>();

    /** The case of this number draws from this seed. */
    void use(String caseNo, String seed) {
        recorded.put(caseNo, seed);
    }

    @Override
    public String next(String caseNo) {
        String seed = recorded.remove(caseNo);
        return seed == null ? "rehearsal-" + caseNo : seed;
    }
}
