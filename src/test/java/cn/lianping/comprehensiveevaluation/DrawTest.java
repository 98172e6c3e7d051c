package cn.lianping.comprehensiveevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Organisation;
import cn.lianping.comprehensiveevaluation.Draw.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final List<Organisation> MEMBERS = List.of(
            new Organisation("U1", "盟主公司", "enterprise", "210100"),
            new Organisation("U2", "某大学", "university", "210100"));

    private static List<Candidate> pool(int experts, int units) {
        return IntStream.range(0, experts)
                .mapToObj(i -> new Candidate("expert" + i, "unit" + i % units))
                .toList();
    }

    @Property
    void sameInputsGiveTheSamePanelOfDifferentUnits(
            @ForAll String seed,
            @ForAll @IntRange(max = 40) int experts,
            @ForAll @IntRange(min = 1, max = 12) int units,
            @ForAll long order) {
        List<Candidate> pool = pool(experts, units);
        List<Candidate> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, new Random(order));
        Draw.Drawn drawn = Draw.draw(seed, pool, 5);
        assertThat(Draw.draw(seed, shuffled, 5)).isEqualTo(drawn);
        assertThat(drawn.panel()).hasSize(Math.min(5, Math.min(experts, units)));
        assertThat(pool.stream().filter(c -> drawn.panel().contains(c.userId())).map(Candidate::unit))
                .doesNotHaveDuplicates();
        assertThat(Stream.concat(drawn.panel().stream(), drawn.reserve().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        pool.stream().map(Candidate::userId).toList());
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertThat(Draw.order("a", pool(20, 20))).isNotEqualTo(Draw.order("b", pool(20, 20)));
    }

    @Test
    void presentAndPastUnitsOfAnyMemberAreAConflict() {
        Expert present = new Expert("e1", "甲", "f", "U2", List.of());
        Expert past = new Expert("e2", "乙", "f", "U9", List.of("U1"));
        Expert free = new Expert("e3", "丙", "f", "U9", List.of("U8"));
        assertThat(Conflicts.of(present, MEMBERS, Map.of()))
                .hasValueSatisfying(r -> assertThat(r).contains("现任职", "某大学"));
        assertThat(Conflicts.of(past, MEMBERS, Map.of()))
                .hasValueSatisfying(r -> assertThat(r).contains("曾任职", "盟主公司"));
        assertThat(Conflicts.of(free, MEMBERS, Map.of())).isEmpty();
        assertThat(Conflicts.of(free, MEMBERS, Map.of("e3", "亲属")))
                .hasValueSatisfying(r -> assertThat(r).contains("亲属"));
        assertThat(Conflicts.within(free, List.of(past)))
                .hasValueSatisfying(r -> assertThat(r).contains("同一单位"));
    }
}
