package cn.lianping.scoring;

import cn.lianping.Refusal;
import cn.lianping.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ten answers of one sheet, each 0 or 1 (article 5).
 *
 * @param points the answer to element 1 first
 */
public record SheetAnswers(List<Integer> points) {

    /** Refuses anything but ten answers of 0 or 1, naming the element. */
    public SheetAnswers {
        points = List.copyOf(points);
        if (points.size() < Policy.ELEMENTS) {
            throw Refusal.invalid("评审表只有 %d 个要素的评分,缺少要素 %s;请对 %d 个要素逐项评分"
                    .formatted(points.size(), missingFrom(points.size()), Policy.ELEMENTS));
        }
        if (points.size() > Policy.ELEMENTS) {
            throw Refusal.invalid(
                    "评审表有 %d 个评分,没有要素 %d;要素只有 %d 个".formatted(points.size(), Policy.ELEMENTS + 1, Policy.ELEMENTS));
        }
        for (int i = 0; i < points.size(); i++) {
            point(i + 1, points.get(i));
        }
    }

    private static String missingFrom(int given) {
        return IntStream.rangeClosed(given + 1, Policy.ELEMENTS)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("、"));
    }

    /** Ten answers in order, as data from outside has them: whole numbers, decimals or text. */
    public static SheetAnswers ofList(List<?> raw) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < raw.size() && i < Policy.ELEMENTS; i++) {
            points.add(point(i + 1, raw.get(i)));
        }
        for (int i = Policy.ELEMENTS; i < raw.size(); i++) {
            points.add(0);
        }
        return new SheetAnswers(points);
    }

    /** Ten answers by element number; keys and values may be numbers or text, as a form sends them. */
    public static SheetAnswers ofMap(Map<?, ?> raw) {
        Integer[] points = new Integer[Policy.ELEMENTS];
        for (Map.Entry<?, ?> entry : raw.entrySet()) {
            int element = element(entry.getKey());
            if (points[element - 1] != null) {
                throw Refusal.invalid("要素 %d 评分两次".formatted(element));
            }
            points[element - 1] = point(element, entry.getValue());
        }
        String missing = IntStream.rangeClosed(1, Policy.ELEMENTS)
                .filter(element -> points[element - 1] == null)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    "评审表只有 %d 个要素的评分,缺少要素 %s;请对 %d 个要素逐项评分".formatted(raw.size(), missing, Policy.ELEMENTS));
        }
        return new SheetAnswers(List.of(points));
    }

    private static int element(@Nullable Object raw) {
        BigDecimal number = number(raw);
        if (number == null
                || number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(Policy.ELEMENTS)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw Refusal.invalid("没有要素 %s;要素编号为 1 至 %d".formatted(raw, Policy.ELEMENTS));
        }
        return number.intValueExact();
    }

    private static int point(int element, @Nullable Object raw) {
        BigDecimal number = number(raw);
        if (number == null) {
            throw Refusal.invalid(
                    raw == null || raw.toString().isBlank()
                            ? "要素 %d 未评分;请评 0 分或 1 分".formatted(element)
                            : "要素 %d 的评分“%s”不是数字;只能评 0 分或 1 分".formatted(element, raw));
        }
        if (number.signum() == 0) {
            return 0;
        }
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return 1;
        }
        throw Refusal.invalid("要素 %d 的评分为 %s;只能评 0 分或 1 分".formatted(element, raw));
    }

    static @Nullable BigDecimal number(@Nullable Object raw) {
        if (!(raw instanceof Number) && !(raw instanceof String)) {
            return null;
        }
        String text = raw.toString().trim();
        // longer text is no point, and 1E999999999 must not be computed with
        if (!text.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return null;
        }
        return new BigDecimal(text);
    }

    /** The number of elements met, 0 to 10. */
    public int total() {
        return points.stream().mapToInt(Integer::intValue).sum();
    }

    /** The answer to an element, 1 to 10. */
    public int point(int element) {
        return points.get(element - 1);
    }

    /** The ten answers as ten digits, element 1 first. */
    public String digits() {
        return points.stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** The answers that {@link #digits} wrote. */
    public static SheetAnswers ofDigits(String digits) {
        return ofList(
                digits.chars().mapToObj(digit -> String.valueOf((char) digit)).toList());
    }
}
