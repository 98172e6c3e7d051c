package cn.lianping.rehearsal.explore;

import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
import static cn.lianping.deliberation.DeliberationProcess.RECORD_DELIBERATION;
import static cn.lianping.jointrelease.JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
import static cn.lianping.jointrelease.JointReleaseProcess.SIGN_BY_SCIENCE;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.RECOMMEND;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
import static cn.lianping.publicity.PublicityProcess.ACCEPT_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.DECIDE_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.INVESTIGATE_OBJECTION;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SEAL_REPORT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SUBMIT_REPORT;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.identity.Groups;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.round.EvaluationCase;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

/** Whose duty a step is by the measures (articles 3, 6 and 8), whatever the diagram says. */
final class Duties {

    private static final Map<String, String> OF_PROVINCE = Map.of(
            RECORD_DELIBERATION, Groups.PARTY_GROUP_OFFICE,
            COUNTERSIGN_BY_INDUSTRY, Groups.PROVINCE_INDUSTRY,
            SIGN_BY_SCIENCE, Groups.PROVINCE_SCIENCE);

    private final World world;
    private final TaskService tasks;

    Duties(World world, TaskService tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    /** The group whose duty the task is; empty where the measures leave it open. */
    Optional<String> of(AtHand task) {
        if (task.script() == null) {
            // a city's own round is organised by the city
            return task.play().plan().area() == null
                    ? Optional.ofNullable(OF_PROVINCE.get(task.key()))
                    : Optional.empty();
        }
        EvaluationCase of = world.cases().require(task.businessKey());
        return Optional.ofNullable(
                switch (task.key()) {
                    case SELF_EVALUATE_ELEMENT,
                            SUBMIT_REPORT,
                            PilotProcess.DRAFT_FUND_USE_PLAN,
                            PilotProcess.REPORT_MIDTERM,
                            PilotProcess.REPORT_FINAL -> Groups.org(of.leadCode());
                    case SEAL_REPORT -> group("org-", variable(task, SelfEvaluationProcess.MEMBER.name()));
                    case REVIEW_BY_SCIENCE_DEPARTMENT, RECOMMEND -> Groups.science(of.areaCode());
                    case REVIEW_BY_INDUSTRY_DEPARTMENT -> Groups.industry(of.areaCode());
                    case GIVE_MANAGEMENT_OPINION ->
                        group("division-", variable(task, ComprehensiveEvaluationProcess.DIVISION.name()));
                    case PilotProcess.FILE_PROJECT, PilotProcess.ACCEPT_PROJECT ->
                        group("division-", variable(task, PilotProcess.DIVISION.name()));
                    case ACCEPT_OBJECTION, INVESTIGATE_OBJECTION, DECIDE_OBJECTION -> Groups.SUPERVISION;
                    default -> null;
                });
    }

    private static @Nullable String group(String prefix, @Nullable Object value) {
        return value == null ? null : prefix + value;
    }

    private @Nullable Object variable(AtHand task, String name) {
        return tasks.getVariable(task.task().getId(), name);
    }
}
