package cn.lianping.round;

import cn.lianping.Refusal;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** Who acted in which capacity on a case: who recommends does not score, who scores does not publish. */
@Service
public class Participation {

    /** Reviewed or recommended the case for its area. */
    public static final String RECOMMENDER = "RECOMMENDER";

    /** Gave a sheet on the case. */
    public static final String SCORER = "SCORER";

    /** Drafted or signed the release. */
    public static final String RELEASER = "RELEASER";

    private final ParticipationMapper mapper;

    Participation(ParticipationMapper mapper) {
        this.mapper = mapper;
    }

    /** Notes that the person acted in the capacity. */
    public void record(String caseNo, String capacity, String userId) {
        if (mapper.count(caseNo, capacity, userId) == 0) {
            mapper.insert(caseNo, capacity, userId);
        }
    }

    /** Refuses with the message when the person acted on the case in one of the capacities. */
    public void refuse(String caseNo, String userId, Collection<String> capacities, String message) {
        if (capacities.stream().anyMatch(capacity -> mapper.count(caseNo, capacity, userId) > 0)) {
            throw Refusal.forbidden(message);
        }
    }

    /** Notes that the person acted in the capacity on each of the cases. */
    public void record(Collection<String> caseNos, String capacity, String userId) {
        caseNos.forEach(caseNo -> record(caseNo, capacity, userId));
    }

    /** Refuses with the message when the person acted on any of the cases in one of the capacities. */
    public void refuse(Collection<String> caseNos, String userId, Collection<String> capacities, String message) {
        caseNos.forEach(caseNo -> refuse(caseNo, userId, capacities, message));
    }
}
