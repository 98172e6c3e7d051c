package cn.lianping.document;

/** What a document is; each kind has one template. */
public enum DocumentKind {
    /** What every member unit seals (article 6.1). */
    SELF_EVALUATION_REPORT("自评报告", "self-evaluation-report"),
    /** Division and expert scores without names, and the total (article 6.3). */
    SCORE_TABLE("综合评价得分表", "score-table"),
    /** How the panel was drawn; can be drawn again to the same result. */
    DRAW_RECORD("专家抽取记录", "draw-record"),
    /** The area's recommendation (article 6.2). */
    RECOMMENDATION("推荐函", "recommendation"),
    /** The public notice and its supplements (article 6.4). */
    NOTICE("公示", "notice"),
    /** The joint release of both departments (article 6.4). */
    RELEASE("发布文件", "release");

    private final String label;
    private final String template;

    DocumentKind(String label, String template) {
        this.label = label;
        this.template = template;
    }

    /** The name people see. */
    public String label() {
        return label;
    }

    /** Name of the template below {@code documents/}, without extension. */
    String template() {
        return template;
    }
}
