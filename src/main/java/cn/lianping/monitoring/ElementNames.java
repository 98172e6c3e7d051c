package cn.lianping.monitoring;

import cn.lianping.policy.Policy;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the ten elements are called, by the policy of the round that is looked at, or of the newest one. */
@Component
class ElementNames {

    private final Rounds rounds;

    ElementNames(Rounds rounds) {
        this.rounds = rounds;
    }

    Map<Integer, String> of(Filter filter) {
        List<Round> all = rounds.all();
        String round = all.stream()
                .map(Round::roundNo)
                .filter(no ->
                        filter.round().equals(Filter.ALL) || filter.round().equals(no))
                .findFirst()
                .orElse("");
        Map<Integer, String> names = new HashMap<>();
        if (!round.isEmpty()) {
            for (Policy.Element element : rounds.policyOf(round).elements()) {
                names.put(element.no(), element.name());
            }
        }
        return names;
    }
}
