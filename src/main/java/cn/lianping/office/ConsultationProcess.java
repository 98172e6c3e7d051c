package cn.lianping.office;

import cn.lianping.engine.ProcessVariable;

/** The diagram in which somebody gives the opinion they were asked for at another task (加签). */
public final class ConsultationProcess {

    public static final String KEY = "consultation";
    public static final String GIVE_CONSULTED_OPINION = "userTask_giveConsultedOpinion";

    /** Who is asked. */
    public static final ProcessVariable<String> SIGNER = ProcessVariable.text("signer");

    /** Id of the entry in the list of added signers. */
    public static final ProcessVariable<String> SIGNER_ID = ProcessVariable.text("signerId");

    private ConsultationProcess() {}
}
