package cn.lianping.design;

/**
 * A rule that is not kept, as the administrator reads it.
 *
 * @param rule id of the rule
 * @param file what was checked
 * @param element id of the element, empty for the whole file
 * @param name what people call the element, empty where it has no name
 * @param found what is wrong there, empty where the rule says it all
 * @param demand what is asked
 * @param consequence what would break at run time
 * @param remedy how to mend it
 */
public record Problem(
        String rule,
        Severity severity,
        String file,
        String element,
        String name,
        String found,
        String demand,
        String consequence,
        String remedy) {

    /** One sentence: where, what, what would happen, what to do. */
    public String sentence() {
        StringBuilder text = new StringBuilder(file);
        if (!element.isEmpty()) {
            text.append(name.isEmpty() ? "“" + element + "”" : "“%s”(%s)".formatted(name, element));
        }
        text.append(":").append(found.isEmpty() ? demand : found);
        return text.append("。后果:")
                .append(consequence)
                .append("。办法:")
                .append(remedy)
                .append("。")
                .toString();
    }
}
