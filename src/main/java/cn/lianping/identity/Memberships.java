package cn.lianping.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who belongs to groups, whoever asks: for telling people something, not for showing them to one another. */
@Component
public class Memberships {

    private final MembershipMapper mapper;

    Memberships(MembershipMapper mapper) {
        this.mapper = mapper;
    }

    /** The user ids by group id, in one statement; a group without members is absent. */
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
