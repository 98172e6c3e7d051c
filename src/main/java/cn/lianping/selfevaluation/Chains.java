package cn.lianping.selfevaluation;

import cn.lianping.alliance.Registry;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the registry says about the facts of a claim. */
@Component
class Chains {

    private static final String FINANCIAL = "finance";
    private final Registry registry;

    Chains(Registry registry) {
        this.registry = registry;
    }

    boolean isListed(String chain) {
        return names().contains(chain);
    }

    List<String> names() {
        return registry.chainNames();
    }

    boolean hasFinancialMember(String allianceId) {
        return registry.members(allianceId).stream().anyMatch(member -> FINANCIAL.equals(member.kind()));
    }
}
