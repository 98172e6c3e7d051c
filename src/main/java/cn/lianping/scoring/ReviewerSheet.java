package cn.lianping.scoring;

import cn.lianping.Refusal;
import cn.lianping.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One valid sheet: of a division or of an expert.
 *
 * @param reviewer id of the division or expert; unique among the sheets of one kind
 * @param total elements met, 0 to 10
 * @param answers the ten answers; null only where a preview was asked with a total alone
 */
public record ReviewerSheet(
        String reviewer, int total, @Nullable SheetAnswers answers) {

    public ReviewerSheet {
        if (reviewer.isBlank()) {
            throw Refusal.invalid("评审表缺少评审人");
        }
        if (total < 0 || total > Policy.ELEMENTS) {
            throw Refusal.invalid("评审表总分应为 0 至 %d,现为 %d".formatted(Policy.ELEMENTS, total));
        }
        if (answers != null && answers.total() != total) {
            throw Refusal.invalid("评审表总分 %d 与逐项评分之和 %d 不符".formatted(total, answers.total()));
        }
    }

    /** A sheet with its ten answers. */
    public static ReviewerSheet of(String reviewer, SheetAnswers answers) {
        return new ReviewerSheet(reviewer, answers.total(), answers);
    }

    /** A sheet of which only the total is known; for previews, never for a case. */
    public static ReviewerSheet ofTotal(String reviewer, int total) {
        return new ReviewerSheet(reviewer, total, null);
    }

    /** A sheet of a preview: a list of ten answers, or a whole number from 0 to 10 as the total. */
    public static ReviewerSheet ofRaw(String reviewer, @Nullable Object raw) {
        if (raw instanceof List<?> answers) {
            return of(reviewer, SheetAnswers.ofList(answers));
        }
        BigDecimal total = SheetAnswers.number(raw);
        if (total == null || total.stripTrailingZeros().scale() > 0) {
            throw Refusal.invalid(
                    "评审表应为 %d 个要素的评分,或 0 至 %d 的整数总分,现为 %s".formatted(Policy.ELEMENTS, Policy.ELEMENTS, raw));
        }
        return ofTotal(reviewer, total.intValueExact());
    }

    /** The answers as digits, empty where only the total is known. */
    String digits() {
        return answers == null ? "" : answers.digits();
    }
}
