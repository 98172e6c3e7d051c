package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the rule of a start form and applies the form's own checks, the rule and the record. */
@Component
class StartRules {

    private final ObjectProvider<StartRule> beans;
    private final FeelConditions conditions;
    private final CurrentActor actor;
    private final AuditLog audit;

    StartRules(ObjectProvider<StartRule> beans, FeelConditions conditions, CurrentActor actor, AuditLog audit) {
        this.beans = beans;
        this.conditions = conditions;
        this.actor = actor;
        this.audit = audit;
    }

    private Optional<StartRule> of(String processKey) {
        return beans.stream()
                .filter(rule -> rule.processKey().equals(processKey))
                .findFirst();
    }

    Map<String, Object> show(String processKey, @Nullable String area) {
        return of(processKey).map(rule -> rule.show(actor.userId(), area)).orElseGet(Map::of);
    }

    StartRule.Started start(
            String processKey,
            @Nullable String area,
            String instanceId,
            FormSchema schema,
            Map<String, Object> submitted) {
        StartRule rule = of(processKey).orElseThrow(() -> Refusal.invalid("流程“" + processKey + "”没有启动规则,不能用表单发起"));
        FormData data = new FormCheck(schema, conditions).check(submitted, rule.show(actor.userId(), area));
        StartRule.Started started = rule.start(actor.userId(), area, instanceId, data);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("process", processKey);
        Map<String, Object> recorded = new LinkedHashMap<>(data.values());
        recorded.keySet().removeAll(rule.confidential());
        record.put("form", recorded);
        audit.record(started.businessKey(), "发起流程", processKey, record);
        return started;
    }
}
