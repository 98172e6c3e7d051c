package cn.lianping.monitoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Round, area and field of cases. They are fixed when a case is registered, so they are looked up once. */
@Component
class CaseScopes {

    /** More than there are cases in a running round. */
    private static final int MOST = 50_000;

    private final FactMapper mapper;
    private final Map<String, CaseScope> known = new ConcurrentHashMap<>();

    CaseScopes(FactMapper mapper) {
        this.mapper = mapper;
    }

    /** Those of the cases and rounds, by number; one statement at most. */
    Map<String, CaseScope> of(Collection<String> businessKeys) {
        Map<String, CaseScope> found = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String key : businessKeys) {
            CaseScope scope = known.get(key);
            if (scope == null) {
                unknown.add(key);
            } else {
                found.put(key, scope);
            }
        }
        if (!unknown.isEmpty()) {
            if (known.size() > MOST) {
                known.clear();
            }
            for (CaseScope scope : mapper.scopes(unknown)) {
                known.put(scope.businessKey(), scope);
                found.put(scope.businessKey(), scope);
            }
        }
        businessKeys.forEach(key -> found.computeIfAbsent(key, CaseScope::unknown));
        return found;
    }
}
