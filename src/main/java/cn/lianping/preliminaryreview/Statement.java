package cn.lianping.preliminaryreview;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one department said in one attempt, for those who read the case later. It names no person.
 *
 * @param attempt 1, and one more for each correction
 * @param department as people read it: 科技部门 or 工信部门
 * @param outcome as people read it
 * @param authentic whether the material was found true
 * @param complete whether it was found complete
 * @param elements the elements that were returned for correction
 */
public record Statement(
        int attempt,
        String department,
        String outcome,
        boolean authentic,
        boolean complete,
        List<Integer> elements,
        String reason) {

    static Statement of(Map<String, Object> row) {
        String elements = String.valueOf(row.get("elements"));
        return new Statement(
                number(row, "attempt"),
                "science".equals(row.get("department")) ? "科技部门" : "工信部门",
                Outcome.valueOf(String.valueOf(row.get("outcome"))).chinese(),
                number(row, "authentic") == 1,
                number(row, "complete") == 1,
                elements.isBlank()
                        ? List.of()
                        : Arrays.stream(elements.split(";", -1))
                                .map(Integer::valueOf)
                                .toList(),
                String.valueOf(row.get("reason")));
    }

    private static int number(Map<String, Object> row, String column) {
        return ((Number) Objects.requireNonNull(row.get(column))).intValue();
    }

    /** Whether it says something of the element: a return speaks of the elements it names, anything else of all. */
    public boolean concerns(int element) {
        return elements.isEmpty() || elements.contains(element);
    }

    /** In one line: 科技部门(第1次):退回更正,证明材料不清. */
    public String line() {
        String found = authentic && complete ? ",材料真实、完整" : "";
        return department + "(第" + attempt + "次):" + outcome + found + (reason.isBlank() ? "" : "," + reason);
    }
}
