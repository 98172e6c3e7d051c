package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.design.DesignCheck;
import cn.lianping.design.Problem;
import cn.lianping.design.Severity;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyReader;
import cn.lianping.policy.PolicyService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The gate's own check of a draft, together with the diagrams in force that use what the draft changes, and of policies. */
@Component
class ChangeCheck {

    private static final String ROUND = "processes/evaluation-round.bpmn";

    private final DesignCheck check;
    private final Catalogue catalogue;
    private final PolicyService policies;

    ChangeCheck(DesignCheck check, Catalogue catalogue, PolicyService policies) {
        this.check = check;
        this.catalogue = catalogue;
        this.policies = policies;
    }

    /**
     * Everything wrong with these files, were they put in force for the area.
     *
     * @param files content by path
     * @param area null for the province
     */
    List<Problem> problems(Map<String, String> files, @Nullable String area) {
        List<Problem> problems = new ArrayList<>();
        Map<String, byte[]> designs = new TreeMap<>();
        files.forEach((path, content) -> {
            DesignPath file = DesignPath.of(path);
            if (file.kind() == DesignKind.POLICY) {
                policy(file, content, area, problems);
            } else {
                designs.put(path, content.getBytes(StandardCharsets.UTF_8));
            }
        });
        if (designs.isEmpty()) {
            return problems;
        }
        unused(files, area, problems);
        designs.putAll(users(files, area));
        problems.addAll(check.problems(designs, area));
        return problems;
    }

    /** The diagrams in force that show a form which changes. */
    private Map<String, byte[]> users(Map<String, String> files, @Nullable String area) {
        List<String> forms = files.keySet().stream()
                .map(DesignPath::of)
                .filter(file -> file.kind() == DesignKind.FORM)
                .map(DesignPath::key)
                .toList();
        Map<String, byte[]> users = new HashMap<>();
        if (!forms.isEmpty()) {
            catalogue.inForce(area).forEach((path, content) -> {
                if (!files.containsKey(path)
                        && DesignPath.of(path).kind() == DesignKind.DIAGRAM
                        && FormUse.in(content).keySet().stream().anyMatch(forms::contains)) {
                    users.put(path, content.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        return users;
    }

    /** Rounds are opened by the city's own diagrams, or nothing of the city's own is ever reached. */
    private void unused(Map<String, String> files, @Nullable String area, List<Problem> problems) {
        if (area == null || files.containsKey(ROUND)) {
            return;
        }
        if (!catalogue.newest(catalogue.versions(), area).containsKey(ROUND)) {
            problems.add(new Problem(
                    "area-round",
                    Severity.WARNING,
                    DesignPath.of(ROUND).key() + ".bpmn",
                    "",
                    "",
                    "本市没有自己的批次流程",
                    "本市有自己的批次流程",
                    "本市的批次仍按全省的流程图办理,这里改的流程图、表单和判定表用不上",
                    "在方案中加入 " + ROUND + "(起草时自动复制全省现行版)"));
        }
    }

    private void policy(DesignPath file, String content, @Nullable String area, List<Problem> problems) {
        Policy policy;
        try {
            policy = PolicyReader.read(content);
        } catch (Refusal refusal) {
            problems.add(wrong(file, "policy-readable", refusal.reason(), "办法不能发布,批次无法选用", "按提示改正所指的数值"));
            return;
        }
        if (!policy.id().equals(file.key())) {
            problems.add(wrong(file, "policy-id", "编号是“" + policy.id() + "”", "版本接不上,批次选不到", "编号改为文件名 " + file.key()));
        }
        int next =
                policies.latest(file.key()).map(latest -> latest.version() + 1).orElse(1);
        if (policy.version() != next) {
            problems.add(wrong(file, "policy-version", "是第 " + policy.version() + " 版", "已发布的版本不能改动", "版本改为 " + next));
        }
        String code = area == null ? Catalogue.PROVINCE : area;
        if (!policy.areaCode().equals(code)) {
            problems.add(wrong(file, "policy-area", "的地区是 " + policy.areaCode(), "别的地区的批次会用上这份办法", "地区改为 " + code));
        }
    }

    private static Problem wrong(DesignPath file, String rule, String found, String consequence, String remedy) {
        return new Problem(rule, Severity.ERROR, file.key() + ".json", "", "", found, found, consequence, remedy);
    }
}
