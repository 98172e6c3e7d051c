package cn.lianping.jointrelease;

import cn.lianping.engine.ProcessVariable;

/** Ids, messages and variables of the joint release in the diagrams. */
public final class JointReleaseProcess {

    public static final String KEY = "joint-release";
    public static final String DRAFT_RELEASE = "userTask_draftRelease";
    public static final String COUNTERSIGN_BY_INDUSTRY = "userTask_countersignByIndustry";
    public static final String SIGN_BY_SCIENCE = "userTask_signByScience";

    /** Tells a case that it was released. */
    public static final String PUBLISHED = "release.published";

    public static final ProcessVariable<Boolean> COUNTERSIGNED = ProcessVariable.flag("countersigned");
    public static final ProcessVariable<Boolean> SIGNED = ProcessVariable.flag("signed");

    private JointReleaseProcess() {}
}
