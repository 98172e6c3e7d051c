package cn.lianping.preliminaryreview;

import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.CaseFile;
import cn.lianping.round.Cases;
import cn.lianping.round.Rounds;
import cn.lianping.selfevaluation.SealedReport;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 科技部门复核 and 工信部门复核: the same questions to two departments. */
abstract class ReviewRule implements TaskRule {

    private final String taskKey;
    private final String department;
    private final PreliminaryReview review;
    private final CaseFile caseFile;
    private final SealedReport report;
    private final Rounds rounds;
    private final Cases cases;

    ReviewRule(
            String taskKey,
            String department,
            PreliminaryReview review,
            CaseFile caseFile,
            SealedReport report,
            Rounds rounds,
            Cases cases) {
        this.taskKey = taskKey;
        this.department = department;
        this.review = review;
        this.caseFile = caseFile;
        this.report = report;
        this.rounds = rounds;
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        String caseNo = task.businessKey();
        return Map.of(
                "caseNo",
                caseNo,
                "sealProgress",
                report.progress(caseNo),
                "elements",
                caseFile.elements(caseNo),
                "elementChoices",
                rounds.policyOf(cases.require(caseNo).roundNo()).elements().stream()
                        .map(element -> Map.of(
                                "label", element.no() + " " + element.name(), "value", String.valueOf(element.no())))
                        .toList());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        review.give(
                task.businessKey(),
                new Opinion(
                        review.attempt(task.businessKey()),
                        department,
                        Outcome.valueOf(data.required("outcome", "复核结论")),
                        data.ticked("authentic"),
                        data.ticked("complete"),
                        data.choices("returnedElements").stream()
                                .map(Integer::valueOf)
                                .toList(),
                        data.textOrEmpty("reason"),
                        task.actor()));
    }

    @Override
    public void annul(Annulment annulment) {
        review.annul(annulment.businessKey(), department);
    }

    @Component
    static class Science extends ReviewRule {
        Science(PreliminaryReview review, CaseFile caseFile, SealedReport report, Rounds rounds, Cases cases) {
            super(
                    PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT,
                    "science",
                    review,
                    caseFile,
                    report,
                    rounds,
                    cases);
        }
    }

    @Component
    static class Industry extends ReviewRule {
        Industry(PreliminaryReview review, CaseFile caseFile, SealedReport report, Rounds rounds, Cases cases) {
            super(
                    PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT,
                    "industry",
                    review,
                    caseFile,
                    report,
                    rounds,
                    cases);
        }
    }
}
