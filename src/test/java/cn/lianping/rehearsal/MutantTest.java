package cn.lianping.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.rehearsal.MutantRun.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One mistake of each kind that administrators make most; {@code bin/bench rehearsal} has them all. That the diagrams without
 * a mistake pass is seen by {@link RehearsalTest}.
 */
@DisplayName("有错的流程图被检查或试运行发现")
class MutantTest {

    private static final Set<String> KINDS = Set.of("条件对调", "变量写错", "会合改为不等", "少了边界事件");

    @Test
    @DisplayName("条件对调、变量写错、少了会合、少了边界事件")
    void caught() throws Exception {
        List<Mutant> all = Mutants.of(MutantTrial.packaged());
        assertThat(all).hasSizeGreaterThan(300);
        List<Mutant> chosen = Mutants.sample(
                all.stream().filter(one -> KINDS.contains(one.kind())).toList(), 1);
        assertThat(chosen).extracting(Mutant::kind).containsExactlyInAnyOrderElementsOf(KINDS);
        List<Verdict> verdicts = MutantTrial.judge(chosen, 5);
        assertThat(verdicts).hasSameSizeAs(chosen).allSatisfy(verdict -> {
            assertThat(verdict.by()).as(verdict.mutant()).isNotEmpty();
            assertThat(verdict.why()).as(verdict.mutant()).isNotBlank();
        });
        assertThat(verdicts).extracting(Verdict::by).contains("check", "rehearsal");
    }
}
