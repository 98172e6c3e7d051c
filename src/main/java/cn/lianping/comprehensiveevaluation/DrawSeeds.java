package cn.lianping.comprehensiveevaluation;

/** Where the seeds of the draws of panels come from. */
public interface DrawSeeds {

    /** The seed of the draw for this case, as text. */
    String next(String caseNo);
}
