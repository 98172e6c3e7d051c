package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of the rules that a round runs on. Immutable and complete: what a policy leaves out is refused when it is
 * read, so nothing has a hidden default.
 *
 * @param id what stays the same over all versions, for instance {@code liaoning-2021}
 * @param version 1, 2, 3 …
 * @param areaCode six digits (GB/T 2260) of the area whose rounds it is for
 * @param title title of the measures
 * @param documentNumber their document number
 * @param issuedOn the day they were issued
 * @param elements the ten elements of article 4, in order
 * @param weights article 6.3
 * @param aggregation how the sheets of one kind become one number
 * @param sheets how many sheets there must be
 * @param rounding the one rounding, at the end
 * @param ranking how cases are ordered
 * @param publicity article 6.4
 * @param dueTimes due time, reminder and escalation of every user task
 * @param grant articles 7 and 8
 * @param deliberation the party group meeting, article 6.4
 * @param preCheck parameters of the advice on facts
 */
public record Policy(
        String id,
        int version,
        String areaCode,
        String title,
        PolicyValue<String> documentNumber,
        PolicyValue<LocalDate> issuedOn,
        List<Element> elements,
        Weights weights,
        Aggregation aggregation,
        Sheets sheets,
        Rounding rounding,
        RankingRule ranking,
        Publicity publicity,
        DueTimes dueTimes,
        Grant grant,
        Deliberation deliberation,
        PreCheckParameters preCheck) {

    /** The number of elements, and the highest score (article 5). */
    public static final int ELEMENTS = 10;

    /** Refuses whatever is missing or contradicts itself. */
    public Policy {
        Required.text(id, "id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 64) {
            throw Refusal.invalid("id 应由小写字母、数字和连字符组成,不超过 64 个字符,现为 " + id);
        }
        if (version < 1) {
            throw Refusal.invalid("缺少 version,或 version 不是正整数");
        }
        Required.text(areaCode, "areaCode");
        if (!areaCode.matches("[0-9]{6}")) {
            throw Refusal.invalid("areaCode 应为六位行政区划代码,现为 " + areaCode);
        }
        Required.text(title, "title");
        Required.present(documentNumber, "documentNumber");
        Required.present(issuedOn, "issuedOn");
        Required.present(elements, "elements");
        Required.present(weights, "weights");
        Required.present(aggregation, "aggregation");
        Required.present(sheets, "sheets");
        Required.present(rounding, "rounding");
        Required.present(ranking, "ranking");
        Required.present(publicity, "publicity");
        Required.present(dueTimes, "dueTimes");
        Required.present(grant, "grant");
        Required.present(deliberation, "deliberation");
        Required.present(preCheck, "preCheck");
        elements = List.copyOf(elements);
        requireTenElements(elements);
    }

    private static void requireTenElements(List<Element> elements) {
        if (elements.size() != ELEMENTS) {
            throw Refusal.invalid("要素应为 %d 个,现为 %d 个".formatted(ELEMENTS, elements.size()));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ELEMENTS; i++) {
            Element element = elements.get(i);
            if (element.no() != i + 1) {
                throw Refusal.invalid("要素应依次编号 1 至 %d,第 %d 个编号为 %d".formatted(ELEMENTS, i + 1, element.no()));
            }
            if (!names.add(element.name())) {
                throw Refusal.invalid("要素名称重复:" + element.name());
            }
        }
    }

    /**
     * The element with this number.
     *
     * @param no 1 to 10
     */
    public Element element(int no) {
        if (no < 1 || no > ELEMENTS) {
            throw Refusal.invalid("没有要素 %d;要素编号为 1 至 %d".formatted(no, ELEMENTS));
        }
        return elements.get(no - 1);
    }

    /** Id and version as people and logs name it: {@code liaoning-2021 第 1 版}. */
    public String label() {
        return "%s 第 %d 版".formatted(id, version);
    }

    /**
     * One element of article 4.
     *
     * @param no 1 to 10
     * @param name for instance 建设方向
     * @param text the full text of its item
     * @param questions its sub-questions
     */
    public record Element(
            int no, String name, String text, List<String> questions, String source, PolicyValue.Status status) {

        public Element {
            Required.text(name, "name");
            Required.text(text, "text");
            Required.present(questions, "questions");
            Required.text(source, "source");
            Required.present(status, "status");
            questions = List.copyOf(questions);
            if (questions.isEmpty()) {
                throw Refusal.invalid("要素 %d 缺少 questions".formatted(no));
            }
        }
    }

    /** The due times of user tasks by task id, with one for tasks the policy does not know (administrators' diagrams). */
    public record DueTimes(PolicyValue<DueTime> others, Map<String, PolicyValue<DueTime>> tasks) {

        public DueTimes {
            Required.present(others, "others");
            Required.present(tasks, "tasks");
            tasks = Map.copyOf(tasks);
        }

        /** The due time of this task. */
        public DueTime of(String taskId) {
            return tasks.getOrDefault(taskId, others).value();
        }
    }
}
