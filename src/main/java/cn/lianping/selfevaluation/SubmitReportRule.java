package cn.lianping.selfevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Organisation;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.Cases;
import cn.lianping.round.Rounds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 提交自评报告. */
@Component
class SubmitReportRule implements TaskRule {

    private final SealedReport report;
    private final SelfEvaluation evaluation;
    private final Cases cases;
    private final Rounds rounds;

    SubmitReportRule(SealedReport report, SelfEvaluation evaluation, Cases cases, Rounds rounds) {
        this.report = report;
        this.evaluation = evaluation;
        this.cases = cases;
        this.rounds = rounds;
    }

    @Override
    public String taskKey() {
        return SelfEvaluationProcess.SUBMIT_REPORT;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        String roundNo = cases.require(task.businessKey()).roundNo();
        List<Organisation> missing = report.missing(task.businessKey());
        return Map.of(
                "progress",
                report.progress(task.businessKey()),
                "missing",
                missing.isEmpty()
                        ? "无"
                        : missing.stream().map(Organisation::name).collect(Collectors.joining("、")),
                "closesOn",
                rounds.require(roundNo).closesOn(),
                "elementChoices",
                rounds.policyOf(roundNo).elements().stream()
                        .map(element -> Map.of(
                                "label", element.no() + " " + element.name(), "value", String.valueOf(element.no())))
                        .toList());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String submission = data.required("submission", "提交方式");
        if (SelfEvaluationProcess.SUBMIT.equals(submission)) {
            report.submit(task.businessKey());
        } else {
            List<Integer> elements =
                    data.choices("elements").stream().map(Integer::valueOf).toList();
            if (elements.isEmpty()) {
                throw Refusal.invalid("请选择要修改的要素");
            }
            evaluation.askAgain(task.businessKey(), elements, data.required("reason", "修改原因"), task.actor());
        }
        task.route(SelfEvaluationProcess.SUBMISSION, submission);
    }
}
