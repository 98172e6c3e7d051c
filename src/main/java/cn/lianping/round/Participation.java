package cn.lianping.round;

import cn.lianping.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who acted on a case in which role, so that nobody both recommends and scores, or scores and publishes. */
@Service
public class Participation {

    public static final String RECOMMENDER = "RECOMMENDER";
    public static final String SCORER = "SCORER";
    public static final String RELEASER = "RELEASER";

    private static final int PER_STATEMENT = 500;

    private final ParticipationMapper mapper;

    Participation(ParticipationMapper mapper) {
        this.mapper = mapper;
    }

    /** Notes that the person acted on the case in this role; noting it again changes nothing. */
    public void record(String caseNo, String role, String userId) {
        record(List.of(caseNo), role, userId);
    }

    /** Notes that the person acted on all of these cases in this role. */
    public void record(Collection<String> caseNos, String role, String userId) {
        Set<String> known = new HashSet<>(mapper.cases(userId, Set.of(role)));
        List<String> fresh =
                caseNos.stream().distinct().filter(c -> !known.contains(c)).toList();
        for (int from = 0; from < fresh.size(); from += PER_STATEMENT) {
            mapper.insert(fresh.subList(from, Math.min(from + PER_STATEMENT, fresh.size())), role, userId);
        }
    }

    /** Refuses with the message when the person acted on the case in any of the roles. */
    public void refuse(String caseNo, String userId, Set<String> roles, String message) {
        refuse(List.of(caseNo), userId, roles, message);
    }

    /** Refuses with the message and the first few case numbers when the person acted on any of the cases in any role. */
    public void refuse(Collection<String> caseNos, String userId, Set<String> roles, String message) {
        if (roles.isEmpty()) {
            return;
        }
        List<String> acted = new ArrayList<>(new HashSet<>(mapper.cases(userId, roles)));
        acted.retainAll(new HashSet<>(caseNos));
        if (!acted.isEmpty()) {
            String first = String.join("、", acted.stream().sorted().limit(5).toList());
            throw Refusal.forbidden(caseNos.size() == 1 ? message : message + "(" + first + ")");
        }
    }
}
