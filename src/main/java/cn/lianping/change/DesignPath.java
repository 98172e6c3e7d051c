package cn.lianping.change;

import cn.lianping.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file of the design stands, which says what it is: {@code processes/…/<key>.bpmn}, {@code processes/…/<key>.dmn},
 * {@code forms/…/<key>.form} or {@code policy/<id>.json}.
 *
 * @param key of the process, decision or form; id of the policy
 */
public record DesignPath(String path, DesignKind kind, String key) {

    private static final Pattern PATTERN =
            Pattern.compile("(?:processes(?:/[a-z0-9-]{1,60}){0,2}/([a-z0-9-]{1,80})\\.(bpmn|dmn))"
                    + "|(?:forms(?:/[a-z0-9-]{1,60}){0,2}/([a-z0-9-]{1,80})\\.(form))"
                    + "|(?:policy/([a-z0-9-]{1,60})\\.(json))");
    private static final Map<String, DesignKind> KINDS = Map.of(
            "bpmn", DesignKind.DIAGRAM, "dmn", DesignKind.TABLE, "form", DesignKind.FORM, "json", DesignKind.POLICY);

    /** @throws Refusal if it is no such path */
    static DesignPath of(String path) {
        if (!is(path)) {
            throw Refusal.invalid(
                    "“%s”不是可以使用的文件位置;请写作 processes/…/名称.bpmn、processes/…/名称.dmn、forms/…/名称.form 或 policy/名称.json,名称只用小写字母、数字和连字符"
                            .formatted(path.length() > 80 ? path.substring(0, 80) + "…" : path));
        }
        Matcher found = PATTERN.matcher(path);
        found.matches();
        for (int group = 1; group <= 5; group += 2) {
            if (found.group(group) != null) {
                return new DesignPath(
                        path, KINDS.getOrDefault(found.group(group + 1), DesignKind.POLICY), found.group(group));
            }
        }
        throw new IllegalStateException(path);
    }

    static boolean is(String path) {
        return PATTERN.matcher(path).matches();
    }

    /** The path of a policy. */
    static DesignPath ofPolicy(String id) {
        return new DesignPath("policy/" + id + ".json", DesignKind.POLICY, id);
    }
}
