package cn.lianping.change;

import cn.lianping.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one version of a file.
 *
 * @param id of the definition, policy or change; empty for the packaged one
 * @param version of the policy or draft, else 0
 */
record DesignRef(Source source, String id, int version) {

    enum Source {
        PACKAGED,
        DEPLOYED,
        POLICY,
        DRAFT
    }

    static final String PACKAGED = "packaged";
    private static final Pattern DEPLOYED = Pattern.compile("deployed:(.{1,128})");
    private static final Pattern POLICY = Pattern.compile("policy:([a-z0-9-]{1,64}):(\\d{1,9})");
    private static final Pattern DRAFT = Pattern.compile("draft:([0-9a-f-]{36}):(\\d{1,9})");

    static String deployed(String definitionId) {
        return "deployed:" + definitionId;
    }

    static String policy(String id, int version) {
        return "policy:" + id + ":" + version;
    }

    static String draft(String changeId, int version) {
        return "draft:" + changeId + ":" + version;
    }

    static DesignRef read(String ref) {
        if (ref.equals(PACKAGED)) {
            return new DesignRef(Source.PACKAGED, "", 0);
        }
        Matcher deployed = DEPLOYED.matcher(ref);
        if (deployed.matches()) {
            return new DesignRef(Source.DEPLOYED, deployed.group(1), 0);
        }
        Matcher policy = POLICY.matcher(ref);
        if (policy.matches()) {
            return new DesignRef(Source.POLICY, policy.group(1), Integer.parseInt(policy.group(2)));
        }
        Matcher draft = DRAFT.matcher(ref);
        if (draft.matches()) {
            return new DesignRef(Source.DRAFT, draft.group(1), Integer.parseInt(draft.group(2)));
        }
        throw Refusal.invalid("没有这个版本,请刷新后重新选择");
    }
}
