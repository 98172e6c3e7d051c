package cn.lianping.preliminaryreview;

import cn.lianping.engine.ProcessVariable;

/** Ids of the diagram {@code preliminary-review}. */
public final class PreliminaryReviewProcess {

    public static final String KEY = "preliminary-review";
    public static final String REVIEW_BY_SCIENCE_DEPARTMENT = "userTask_reviewByScienceDepartment";
    public static final String REVIEW_BY_INDUSTRY_DEPARTMENT = "userTask_reviewByIndustryDepartment";
    public static final String RECOMMEND = "userTask_recommend";

    /** PASS, RETURN or REJECT, see {@link Outcome}. */
    public static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.text("reviewOutcome");

    private PreliminaryReviewProcess() {}
}
