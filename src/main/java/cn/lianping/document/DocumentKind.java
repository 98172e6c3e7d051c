package cn.lianping.document;

import cn.lianping.identity.Audience;

/** What a document is; each kind has one template. */
public enum DocumentKind {
    /** What every member unit seals (article 6.1). */
    SELF_EVALUATION_REPORT("自评报告", "self-evaluation-report", Audience.EVERYBODY, true),
    /** What both departments of the area concluded on one attempt (article 6.2). */
    REVIEW_OPINION("初审意见表", "review-opinion", Audience.EVERYBODY, true),
    /** The area's recommendation (article 6.2). */
    RECOMMENDATION("推荐函", "recommendation", Audience.REVIEWERS, true),
    /** All recommendations of an area in a round, in its order (article 6.2); part: code of the area. */
    RECOMMENDATION_SUMMARY("推荐汇总表", "recommendation-summary", Audience.AREA, false),
    /** The same as a workbook. */
    RECOMMENDATION_WORKBOOK("推荐汇总表", Format.XLSX, Audience.AREA),
    /** How the panel was drawn; can be drawn again to the same result. */
    DRAW_RECORD("专家抽取记录", "draw-record", Audience.LEADERSHIP, false),
    /** Why somebody stepped back or had to; part: the expert. */
    RECUSAL_STATEMENT("回避声明", "recusal-statement", Audience.LEADERSHIP, false),
    /** The sheet of one division or expert (article 5); part: id of the sheet. */
    SCORE_SHEET("评审表", "score-sheet", Audience.OFFICE, false),
    /** Division and expert scores without names, the total, and how it was worked out (article 6.3). */
    SCORE_TABLE("综合评价得分表", "score-table", Audience.LEADERSHIP, false),
    /** What lies before the party group (article 6.4); part: number of the meeting. */
    BRIEFING("会议材料", "briefing", Audience.LEADERSHIP, false),
    /** The minutes to be completed and signed (article 6.4); part: number of the meeting. */
    MINUTES_FORM("会议纪要", "minutes-form", Audience.LEADERSHIP, false),
    /** The public notice and its supplements (article 6.4); part: which one of the round. */
    NOTICE("公示", "notice", Audience.EVERYBODY, true),
    /** The joint release of both departments (article 6.4); part: which one of the round. */
    RELEASE("发布文件", "release", Audience.EVERYBODY, true),
    /** The filing of a pilot project with one department (article 8). */
    FILING_FORM("立项备案表", "filing-form", Audience.EVERYBODY, true),
    /** Everything that was decided and said of a case; part: the {@link Audience} it was printed for. */
    APPROVAL_SHEET("审批单", "approval-sheet", Audience.EVERYBODY, false);

    /** What the file is. */
    public enum Format {
        PDF("pdf", "application/pdf"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String contentType;

        Format(String extension, String contentType) {
            this.extension = extension;
            this.contentType = contentType;
        }

        /** Without the dot. */
        public String extension() {
            return extension;
        }

        /** The media type. */
        public String contentType() {
            return contentType;
        }
    }

    private final String label;
    private final String template;
    private final Format format;
    private final Audience audience;
    private final boolean open;

    DocumentKind(String label, String template, Audience audience, boolean open) {
        this(label, template, Format.PDF, audience, open);
    }

    DocumentKind(String label, Format format, Audience audience) {
        this(label, "", format, audience, false);
    }

    DocumentKind(String label, String template, Format format, Audience audience, boolean open) {
        this.label = label;
        this.template = template;
        this.format = format;
        this.audience = audience;
        this.open = open;
    }

    /** The name people see. */
    public String label() {
        return label;
    }

    /** Whether it is printed or a workbook. */
    public Format format() {
        return format;
    }

    /** Who may read it at all. */
    public Audience audience() {
        return audience;
    }

    /** Whether anybody who holds a copy may be told what it is; of others the check page says only when they were issued. */
    public boolean open() {
        return open;
    }

    /** Name of the template below {@code documents/}, without extension. */
    String template() {
        return template;
    }
}
