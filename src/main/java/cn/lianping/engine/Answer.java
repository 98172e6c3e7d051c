package cn.lianping.engine;

import java.util.regex.Pattern;

/** What a person answered in a form, in a word and a sentence: for the list of what the person did. */
final class Answer {

    private static final Pattern NUMBERED = Pattern.compile("[a-z]+\\d+");
    private static final Pattern OPINION = Pattern.compile("意见|理由|原因|说明|情况|结论|报告");

    private Answer() {}

    /** The first choice of the form, as the page calls it; the rows of a sheet are no such choice. */
    static String outcome(FormSchema schema, FormData data) {
        for (FormField field : schema.fields().values()) {
            Object value = data.values().get(field.key());
            if (field.kind() == FormField.Kind.CHOICE
                    && value != null
                    && !NUMBERED.matcher(field.key()).matches()) {
                String label = schema.labelOf(field.key(), value.toString());
                if (label != null) {
                    return label;
                }
            }
        }
        return "已办结";
    }

    /** The first opinion or reason that was written; empty if none was. */
    static String opinion(FormSchema schema, FormData data) {
        for (FormField field : schema.fields().values()) {
            String text = data.textOrEmpty(field.key());
            if (field.kind() == FormField.Kind.TEXT
                    && !text.isBlank()
                    && !NUMBERED.matcher(field.key()).matches()
                    && OPINION.matcher(field.label()).find()) {
                return text;
            }
        }
        return "";
    }
}
