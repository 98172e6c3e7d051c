package cn.lianping.evidence;

/** What a file is for. */
public enum EvidenceKind {
    /** Proof of one of the ten elements (articles 4 and 5). */
    ELEMENT("证明材料"),
    /** The self-evaluation report sealed by one member unit (article 6.1). */
    SEAL("盖章件"),
    /** Minutes of the party groups' deliberation (article 6.4). */
    MINUTES("会议纪要"),
    /** Proof attached to an objection; its scope is the receipt. */
    OBJECTION("异议材料"),
    /** What the investigation of an objection found. */
    FINDING("核查材料"),
    /** Attachment of the fund-use plan (article 8). */
    FUND_USE("资金使用方案附件"),
    /** Mid-term or final report of a pilot project (articles 7 and 8). */
    PILOT_REPORT("项目报告"),
    /** Anything else. */
    OTHER("其他");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** The name people see. */
    public String label() {
        return label;
    }
}
