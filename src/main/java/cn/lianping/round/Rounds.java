package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.engine.DueTimesExpressions;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds and the policy version that each is pinned to. */
@Service
public class Rounds implements DueTimesExpressions.PolicyOfRound {

    private record PolicyVersion(String id, int version) {}

    private final RoundMapper mapper;
    private final PolicyService policies;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    // the policy of a round never changes once the round is open
    private final Map<String, PolicyVersion> pinned = new ConcurrentHashMap<>();

    Rounds(RoundMapper mapper, PolicyService policies, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.policies = policies;
        this.clock = clock;
        this.events = events;
    }

    /** The round; refuses if there is none. */
    public Round require(String roundNo) {
        return find(roundNo).orElseThrow(() -> Refusal.notFound("没有批次 " + roundNo));
    }

    /** The round, if there is one of this number. */
    public Optional<Round> find(String roundNo) {
        return Optional.ofNullable(mapper.findRound(roundNo));
    }

    /** The round, locked until the transaction ends: acts that count its cases follow one another. */
    public Round lock(String roundNo) {
        Round round = mapper.lockRound(roundNo);
        if (round == null) {
            throw Refusal.notFound("没有批次 " + roundNo);
        }
        return round;
    }

    /** All rounds, the newest number first. */
    public List<Round> all() {
        return mapper.rounds();
    }

    @Override
    public Policy policyOf(String roundNo) {
        PolicyVersion version = pinned.get(roundNo);
        if (version == null) {
            Round round = require(roundNo);
            version = new PolicyVersion(round.policyId(), round.policyVersion());
            pinned.put(roundNo, version);
        }
        return policies.require(version.id(), version.version());
    }

    void open(Round round, String who) {
        if (mapper.findRound(round.roundNo()) != null) {
            throw Refusal.conflict("批次 " + round.roundNo() + " 已存在,请换一个批次号");
        }
        mapper.insertRound(round, clock.millis(), who);
        events.publishEvent(new RoundChanged(round.roundNo(), round.status()));
    }

    /** How many cases whose evaluation goes on run by each version of a policy, by {@code id:version}. */
    @Transactional(readOnly = true)
    public Map<String, Integer> openCasesByPolicy() {
        Map<String, Integer> cases = new HashMap<>();
        mapper.openCasesByPolicy(
                        Stream.of(CaseStatus.values()).filter(CaseStatus::ended).toList())
                .forEach(row -> cases.put(row.policyId() + ":" + row.policyVersion(), row.cases()));
        return cases;
    }

    /** Notes that the round has come to this status. */
    public void become(String roundNo, String status) {
        mapper.updateRoundStatus(roundNo, status);
        events.publishEvent(new RoundChanged(roundNo, status));
    }
}
