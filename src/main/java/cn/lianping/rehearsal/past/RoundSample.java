package cn.lianping.rehearsal.past;

import cn.lianping.audit.AuditTrail;
import cn.lianping.audit.Happening;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Chooses from a round that has too many cases. Every way that a case took, such as returned once, or with an expert who
 * stepped back, is there before any way is there twice: a hundred cases of one way tell no more than a few.
 */
@Component
class RoundSample {

    private final AuditTrail trail;

    RoundSample(AuditTrail trail) {
        this.trail = trail;
    }

    /** At most so many of the cases, in their order. */
    List<EvaluationCase> of(String roundNo, List<EvaluationCase> cases, int most) {
        if (cases.size() <= most) {
            return cases;
        }
        Map<String, StringBuilder> ways = new HashMap<>();
        for (Happening happening : trail.happenings(roundNo + "-")) {
            ways.computeIfAbsent(happening.chain(), chain -> new StringBuilder())
                    .append(happening.what())
                    // how many seals or elements there are makes no other way
                    .append(happening.times() > 1 ? " 多次" : " 一次")
                    .append('\n');
        }
        Map<String, String> texts = new HashMap<>();
        ways.forEach((chain, way) -> texts.put(chain, way.toString()));
        return chosen(cases, texts, most);
    }

    /** @param ways by case number, equal where the cases took the same way */
    static List<EvaluationCase> chosen(List<EvaluationCase> cases, Map<String, String> ways, int most) {
        Map<String, List<EvaluationCase>> byWay = new LinkedHashMap<>();
        for (EvaluationCase one : cases) {
            byWay.computeIfAbsent(ways.getOrDefault(one.caseNo(), ""), way -> new ArrayList<>())
                    .add(one);
        }
        List<List<EvaluationCase>> groups = byWay.values().stream()
                .sorted(Comparator.comparing((List<EvaluationCase> group) -> -group.size()))
                .toList();
        Set<String> chosen = new HashSet<>();
        for (int turn = 0; chosen.size() < Math.min(most, cases.size()); turn++) {
            for (List<EvaluationCase> group : groups) {
                if (turn < group.size() && chosen.size() < most) {
                    chosen.add(group.get(turn).caseNo());
                }
            }
        }
        return cases.stream().filter(one -> chosen.contains(one.caseNo())).toList();
    }
}
