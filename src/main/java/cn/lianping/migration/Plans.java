package cn.lianping.migration;

import cn.lianping.Refusal;
import cn.lianping.engine.MigrationWords;
import cn.lianping.engine.Unrestricted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which step of the old diagram becomes which of the new: equal steps are found by the engine, a person adds or changes
 * the others. What was found by the engine and does not fit what the person chose is left out; what the person chose and
 * does not fit is told.
 */
@Component
class Plans {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Unrestricted engine;

    Plans(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, Unrestricted engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * A plan, as far as it could be made.
     *
     * @param plan null where nothing can be mapped at all
     * @param chosen sources whose target a person chose
     * @param errors why choices cannot be followed, in Chinese
     */
    record Built(MigrationPlan plan, Set<String> chosen, List<String> errors) {

        /** Source to target, without the engine's scopes around countersigned steps. */
        Map<String, String> mapping() {
            Map<String, String> mapping = new LinkedHashMap<>();
            plan.getInstructions().forEach(instruction -> {
                if (!instruction.getSourceActivityId().endsWith(MigrationWords.BODY)) {
                    mapping.put(instruction.getSourceActivityId(), instruction.getTargetActivityId());
                }
            });
            return mapping;
        }
    }

    /** The definition with this id. */
    ProcessDefinition definition(String id) {
        ProcessDefinition found = engine.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult());
        if (found == null) {
            throw Refusal.notFound("没有流程图的这一版,请刷新后重新选择");
        }
        return found;
    }

    BpmnModelInstance model(String definitionId) {
        return engine.call(() -> repository.getBpmnModelInstance(definitionId));
    }

    /**
     * The plan between two versions of one diagram.
     *
     * <p>Outside the caller's transaction: a choice that the engine refuses would doom that.
     *
     * @param mapping source to target as a person chose; an empty target for a step that is not to be mapped
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Built build(String from, String to, Map<String, String> mapping) {
        ProcessDefinition source = definition(from);
        ProcessDefinition target = definition(to);
        if (from.equals(to)) {
            throw Refusal.invalid("两个版本相同,请选择另一版");
        }
        if (!source.getKey().equals(target.getKey())) {
            throw Refusal.invalid("“%s”的案卷不能迁移到“%s”,请选择同一流程的版本".formatted(source.getName(), target.getName()));
        }
        return engine.call(() -> build(from, to, model(from), model(to), mapping));
    }

    private Built build(
            String from, String to, BpmnModelInstance source, BpmnModelInstance target, Map<String, String> mapping) {
        List<String> errors = new ArrayList<>();
        Map<String, String> chosen = chosen(source, target, mapping, errors);
        Map<String, String> generated = new LinkedHashMap<>();
        for (MigrationInstruction instruction : runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()) {
            String step = instruction.getSourceActivityId();
            if (!mapping.containsKey(step.replace(MigrationWords.BODY, ""))) {
                generated.put(step, instruction.getTargetActivityId());
            }
        }
        while (true) {
            try {
                return new Built(plan(from, to, source, generated, chosen), mapping.keySet(), errors);
            } catch (MigrationPlanValidationException e) {
                boolean dropped = false;
                for (var report : e.getValidationReport().getInstructionReports()) {
                    String step = report.getMigrationInstruction().getSourceActivityId();
                    dropped |= generated.remove(step) != null;
                    if (chosen.remove(step) != null) {
                        dropped = true;
                        errors.add("“%s”不能对应“%s”:%s"
                                .formatted(
                                        MigrationWords.nameOf(source, step),
                                        MigrationWords.nameOf(
                                                target,
                                                report.getMigrationInstruction().getTargetActivityId()),
                                        String.join(
                                                ";",
                                                report.getFailures().stream()
                                                        .map(MigrationWords::chinese)
                                                        .toList())));
                    }
                }
                if (!dropped) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, String> chosen(
            BpmnModelInstance source, BpmnModelInstance target, Map<String, String> mapping, List<String> errors) {
        Map<String, String> chosen = new LinkedHashMap<>();
        mapping.forEach((step, other) -> {
            if (other.isEmpty()) {
                return;
            }
            if (source.getModelElementById(step) == null || target.getModelElementById(other) == null) {
                errors.add("流程图中没有“%s”或“%s”".formatted(step, other));
                return;
            }
            if (isRepeated(source, step) && isRepeated(target, other)) {
                chosen.put(step + MigrationWords.BODY, other + MigrationWords.BODY);
            }
            chosen.put(step, other);
        });
        return chosen;
    }

    private MigrationPlan plan(
            String from,
            String to,
            BpmnModelInstance source,
            Map<String, String> generated,
            Map<String, String> chosen) {
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from, to);
        Set<String> steps = new LinkedHashSet<>(generated.keySet());
        steps.addAll(chosen.keySet());
        for (String step : steps) {
            boolean byHand = chosen.containsKey(step);
            MigrationInstructionBuilder mapped =
                    builder.mapActivities(step, byHand ? chosen.get(step) : generated.get(step));
            if (byHand && source.getModelElementById(step) instanceof CatchEvent) {
                mapped.updateEventTrigger();
            }
        }
        return builder.build();
    }

    private static boolean isRepeated(BpmnModelInstance model, String id) {
        ModelElementInstance element = model.getModelElementById(id);
        return element instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }
}
