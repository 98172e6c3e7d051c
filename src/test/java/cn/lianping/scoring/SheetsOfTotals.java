package cn.lianping.scoring;

import cn.lianping.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Sheets with given totals. */
final class SheetsOfTotals {

    private SheetsOfTotals() {}

    static ScoringInput input(List<Integer> divisions, List<Integer> experts) {
        return new ScoringInput(sheets("division", divisions), divisions.size(), sheets("expert", experts));
    }

    static List<ReviewerSheet> sheets(String kind, List<Integer> totals) {
        List<ReviewerSheet> sheets = new ArrayList<>();
        for (int total : totals) {
            sheets.add(ReviewerSheet.of(
                    "%s%03d".formatted(kind, sheets.size() + 1),
                    SheetAnswers.ofDigits("1".repeat(total) + "0".repeat(Policy.ELEMENTS - total))));
        }
        return sheets;
    }
}
