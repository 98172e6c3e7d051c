package cn.lianping.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which steps of a diagram show which forms; read from the text, for lists only. */
final class FormUse {

    private static final Pattern STEP = Pattern.compile("<(?:\\w+:)?(userTask|startEvent)\\s([^>]*)>");
    private static final Pattern FORM = Pattern.compile("formRef=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");

    private FormUse() {}

    /** Names of the steps by form; an empty name for the form that starts the process. */
    static Map<String, String> in(String diagram) {
        Map<String, String> steps = new LinkedHashMap<>();
        Matcher step = STEP.matcher(diagram);
        while (step.find()) {
            Matcher form = FORM.matcher(step.group(2));
            if (form.find()) {
                Matcher name = NAME.matcher(step.group(2));
                steps.put(form.group(1), step.group(1).equals("startEvent") || !name.find() ? "" : name.group(1));
            }
        }
        return steps;
    }
}
