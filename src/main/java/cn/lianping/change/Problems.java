package cn.lianping.change;

import cn.lianping.design.Problem;
import cn.lianping.design.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Problems of a draft as the page shows them. */
final class Problems {

    private Problems() {}

    /**
     * A problem that can be named.
     *
     * @param key the same as long as the problem is: a reason given for a warning stays with it
     */
    record Shown(
            String key,
            String rule,
            Severity severity,
            String file,
            String element,
            String name,
            String found,
            String demand,
            String consequence,
            String remedy,
            String sentence) {}

    static Shown shown(Problem problem) {
        return new Shown(
                key(problem),
                problem.rule(),
                problem.severity(),
                problem.file(),
                problem.element(),
                problem.name(),
                problem.found(),
                problem.demand(),
                problem.consequence(),
                problem.remedy(),
                problem.sentence());
    }

    static String key(Problem problem) {
        return sha256(String.join("\n", problem.rule(), problem.file(), problem.element(), problem.found()))
                .substring(0, 16);
    }

    static long errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
    }

    /** The warnings that nobody has given a reason for. */
    static List<Problem> unexplained(List<Problem> problems, Map<String, String> reasons) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .filter(problem -> reasons.getOrDefault(key(problem), "").isBlank())
                .toList();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
