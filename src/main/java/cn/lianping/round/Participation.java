package cn.lianping.round;

import cn.lianping.Refusal;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who took part in a case in which role: who recommends does not score, who scores does not publish. */
@Service
public class Participation {

    /** Signed the recommendation (article 6.2). */
    public static final String RECOMMENDER = "RECOMMENDER";

    /** Handed in a sheet (article 6.3). */
    public static final String SCORER = "SCORER";

    /** Signed the joint release (article 6.4). */
    public static final String RELEASER = "RELEASER";

    private final ParticipationMapper mapper;
    private final Clock clock;

    Participation(ParticipationMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Notes that the person acted in this role; once is enough. */
    public void record(String caseNo, String role, String userId) {
        if (mapper.count(caseNo, userId, Set.of(role)) == 0) {
            mapper.insert(caseNo, role, userId, clock.millis());
        }
    }

    /** Refuses (forbidden) with the message when the person acted in the case in any of the roles. */
    public void refuse(String caseNo, String userId, Set<String> roles, String message) {
        if (mapper.count(caseNo, userId, roles) > 0) {
            throw Refusal.forbidden(message);
        }
    }
}
