package cn.lianping.round;

import java.util.List;

/** What a stage decided and said in a case, for the approval sheet (审批单). Each stage tells its own. */
public interface CaseActs {

    /** The stage's acts in the case, in order; none before it began. */
    List<CaseAct> acts(String caseNo);
}
