package cn.lianping.scoring;

import cn.lianping.Refusal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a score is computed from. Only valid sheets belong here: voided and missing ones are left out, never a 0. The
 * sheets are kept sorted by reviewer, so that the order in which they came does not matter.
 *
 * @param divisionSheets the valid management opinions
 * @param divisionsAsked how many divisions the field is routed to
 * @param expertSheets the valid expert sheets
 */
public record ScoringInput(List<ReviewerSheet> divisionSheets, int divisionsAsked, List<ReviewerSheet> expertSheets) {

    public ScoringInput {
        divisionSheets = sorted(divisionSheets);
        expertSheets = sorted(expertSheets);
        if (divisionsAsked < divisionSheets.size()) {
            throw Refusal.invalid("管理评价意见有 %d 份,多于归口处室 %d 个".formatted(divisionSheets.size(), divisionsAsked));
        }
    }

    private static List<ReviewerSheet> sorted(List<ReviewerSheet> sheets) {
        Set<String> reviewers = new HashSet<>();
        for (ReviewerSheet sheet : sheets) {
            if (!reviewers.add(sheet.reviewer())) {
                throw Refusal.invalid("%s 有两份有效评审表;只能计一份".formatted(sheet.reviewer()));
            }
        }
        return sheets.stream()
                .sorted(Comparator.comparing(ReviewerSheet::reviewer))
                .toList();
    }
}
