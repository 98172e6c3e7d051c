package cn.lianping.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The memberships that the engine keeps. */
@Component
class EngineMemberships implements Memberships {

    private final MembershipMapper mapper;

    EngineMemberships(MembershipMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Map<String, List<String>> of(Collection<String> groups) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        if (!groups.isEmpty()) {
            mapper.members(groups)
                    .forEach(one -> members.computeIfAbsent(one.groupId(), group -> new ArrayList<>())
                            .add(one.userId()));
        }
        return members;
    }
}
