package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.DeployedModel;
import cn.lianping.engine.DeployedModels;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts what belongs together in force: one deployment, the policies beside it, in one transaction. */
@Component
class PuttingInForce {

    private final ChangeMapper mapper;
    private final DeployedModels deployed;
    private final PolicyService policies;
    private final AuditLog audit;
    private final Clock clock;

    PuttingInForce(ChangeMapper mapper, DeployedModels deployed, PolicyService policies, AuditLog audit, Clock clock) {
        this.mapper = mapper;
        this.deployed = deployed;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a confirmed change in force; belongs in the caller's transaction.
     *
     * @throws Refusal by the gate before deployments
     */
    void apply(ChangeRow change) {
        Map<String, String> contents = new TreeMap<>();
        mapper.newestDrafts(change.id()).forEach(draft -> contents.put(draft.path(), draft.content()));
        List<String> refs = put(change, contents);
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).inForce());
        audit.record(
                AuditChain.PLATFORM,
                "修改方案生效",
                change.title(),
                Map.of("change", change.id(), "reason", String.valueOf(change.reason()), "versions", refs));
    }

    /** Deploys and publishes, and keeps which change it was. */
    List<String> put(ChangeRow change, Map<String, String> contents) {
        List<String> refs = new ArrayList<>();
        Map<String, String> designs = new TreeMap<>(contents);
        contents.forEach((path, content) -> {
            if (DesignPath.of(path).kind() == DesignKind.POLICY) {
                designs.remove(path);
                Policy policy = policies.publish(content);
                keep(refs, DesignRef.policy(policy.id(), policy.version()), path, change.id());
            }
        });
        if (!designs.isEmpty()) {
            for (DeployedModel model : deployed.deploy(change.title(), change.area(), designs)) {
                keep(refs, DesignRef.deployed(model.id()), model.resource(), change.id());
            }
        }
        return refs;
    }

    private void keep(List<String> refs, String ref, String path, String changeId) {
        mapper.insertResult(new ChangeMapper.Result(ref, path, changeId));
        refs.add(ref);
    }
}
