package cn.lianping.deliberation;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the party group decided. */
@Service
public class Decisions {

    private final DeliberationMapper mapper;

    Decisions(DeliberationMapper mapper) {
        this.mapper = mapper;
    }

    /** The latest final decision on a case; drafts do not count. */
    public Optional<Decision> latest(String caseNo) {
        return Optional.ofNullable(mapper.latestDecision(caseNo));
    }
}
