package cn.lianping.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.rehearsal.MutantRun.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code bin/bench rehearsal}: how many mistakes in the packaged diagrams are caught by the checks or by the rehearsal. */
class MutantBench {

    private static final double NEEDED = 0.95;

    /** What of each kind of mistake became. */
    private static final class Line {
        int made;
        int checked;
        int rehearsed;
        int equivalent;
    }

    @Test
    void mistakesAreCaught() throws IOException, InterruptedException {
        List<Mutant> all = Mutants.of(MutantTrial.packaged());
        List<Mutant> chosen = Mutants.sample(all, Integer.getInteger("lianping.bench.mutants", 5));
        System.out.println(chosen.size() + " of " + all.size() + " mutants");
        List<Verdict> verdicts = MutantTrial.judge(chosen, 60);
        Map<String, Line> lines = new LinkedHashMap<>();
        StringBuilder missed = new StringBuilder();
        int caught = 0;
        int counted = 0;
        for (Verdict verdict : verdicts) {
            Line line = lines.computeIfAbsent(verdict.kind(), kind -> new Line());
            line.made++;
            line.checked += verdict.by().equals("check") ? 1 : 0;
            line.rehearsed += verdict.by().equals("rehearsal") ? 1 : 0;
            String same = Equivalents.why(verdict.mutant());
            if (verdict.by().isEmpty() && same != null) {
                line.equivalent++;
                missed.append("- 等价:")
                        .append(verdict.mutant())
                        .append(":")
                        .append(same)
                        .append('\n');
            } else {
                counted++;
                caught += verdict.by().isEmpty() ? 0 : 1;
            }
            if (verdict.by().isEmpty() && same == null) {
                missed.append("- **漏过**:").append(verdict.mutant()).append('\n');
            }
        }
        StringBuilder table = new StringBuilder("| 错误 | 变体 | 检查拦下 | 试运行发现 | 等价 |\n|---|---|---|---|---|\n");
        lines.forEach((kind, line) -> table.append("| %s | %d | %d | %d | %d |\n"
                .formatted(kind, line.made, line.checked, line.rehearsed, line.equivalent)));
        table.append("\n发现 %d/%d = %.1f %%(等价的不计)\n\n%s".formatted(caught, counted, 100.0 * caught / counted, missed));
        Path report = Path.of("target", "bench", "mutants.md");
        Files.createDirectories(report.getParent());
        Files.writeString(report, table);
        StringBuilder every = new StringBuilder();
        verdicts.forEach(verdict -> every.append("%s\t%s\t%s\t%d\n"
                .formatted(
                        verdict.by().isEmpty() ? "-" : verdict.by(),
                        verdict.mutant(),
                        verdict.why().replaceAll("\\s+", " "),
                        verdict.millis())));
        Files.writeString(Path.of("target", "bench", "mutants.tsv"), every);
        System.out.println(table);
        assertThat((double) caught / counted).isGreaterThanOrEqualTo(NEEDED);
    }
}
