package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.FormData;
import cn.lianping.policy.Policy;
import cn.lianping.round.CaseFile;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import cn.lianping.scoring.SheetAnswers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of divisions and experts have in common: the ten elements with the case's file, never a sheet. */
@Component
class SheetForm {

    private final Cases cases;
    private final Rounds rounds;
    private final Registry registry;
    private final CaseFile file;

    SheetForm(Cases cases, Rounds rounds, Registry registry, CaseFile file) {
        this.cases = cases;
        this.rounds = rounds;
        this.registry = registry;
        this.file = file;
    }

    /** Name of the case's alliance. */
    String alliance(String caseNo) {
        return registry.alliance(cases.require(caseNo).allianceId()).name();
    }

    /** {@code alliance}, {@code field}, {@code caseNo}; {@code text1…10} and the tables {@code file1…10}. */
    Map<String, Object> show(String caseNo) {
        EvaluationCase found = cases.require(caseNo);
        Alliance alliance = registry.alliance(found.allianceId());
        Policy policy = rounds.policyOf(found.roundNo());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseNo", caseNo);
        shown.put("alliance", alliance.name());
        shown.put("field", alliance.field());
        policy.elements().forEach(e -> {
            shown.put("text" + e.no(), "要素%d %s:%s".formatted(e.no(), e.name(), e.text()));
            shown.put("file" + e.no(), List.of());
        });
        for (Map<String, Object> element : file.elements(caseNo)) {
            shown.put("file" + element.get("no"), rows(element));
        }
        return shown;
    }

    private static List<Map<String, Object>> rows(Map<String, Object> element) {
        return List.of(
                row("联盟自评", element.get("claim")),
                row("自评说明", element.get("statement")),
                row("事实", element.get("facts")),
                row("预检提示", element.get("advice")),
                row("初审意见", element.get("review")));
    }

    private static Map<String, Object> row(String item, @Nullable Object content) {
        return Map.of("item", item, "content", content == null ? "" : content.toString());
    }

    /** The answers {@code e1…e10}; anything but ten times 0 or 1 is refused, an eleventh element too. */
    static SheetAnswers answers(FormData data) {
        Map<Object, Object> raw = new HashMap<>();
        data.values().forEach((key, value) -> {
            if (key.matches("e[0-9]+")) {
                raw.put(key.substring(1), value);
            }
        });
        return SheetAnswers.ofMap(raw);
    }

    /** The reasons {@code r1…r10}, element 1 first. */
    static List<String> reasons(FormData data) {
        List<String> reasons = new ArrayList<>();
        for (int no = 1; no <= Policy.ELEMENTS; no++) {
            String reason = data.required("r" + no, "要素" + no + "评分理由");
            if (reason.length() > 2000) {
                throw Refusal.invalid("“要素%d评分理由”最多 2000 字".formatted(no));
            }
            reasons.add(reason);
        }
        return reasons;
    }
}
