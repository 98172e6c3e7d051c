package cn.lianping.selfevaluation;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.policy.Policy;
import cn.lianping.precheck.Advice;
import cn.lianping.precheck.ElementFacts;
import cn.lianping.precheck.PreCheck;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The claims of the alliance on the ten elements, and which of them are open (article 6.1). */
@Service
public class SelfEvaluation {

    private static final int CHAIN_ELEMENT = 1;

    private final SelfEvaluationMapper mapper;
    private final Cases cases;
    private final Rounds rounds;
    private final Chains chains;
    private final PreCheck preCheck;
    private final AuditLog audit;
    private final Clock clock;

    SelfEvaluation(
            SelfEvaluationMapper mapper,
            Cases cases,
            Rounds rounds,
            Chains chains,
            PreCheck preCheck,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.cases = cases;
        this.rounds = rounds;
        this.chains = chains;
        this.preCheck = preCheck;
        this.audit = audit;
        this.clock = clock;
    }

    /** Names the elements that the next opening of the self-evaluation asks for again, with the reason. */
    public void askAgain(String caseNo, Collection<Integer> elements, String reason, String by) {
        int next = cases.require(caseNo).attempt() + 1;
        List<Integer> already = mapper.reopened(caseNo, next);
        elements.stream()
                .distinct()
                .filter(element -> !already.contains(element))
                .forEach(element -> mapper.insertReopening(caseNo, element, next, reason, by, clock.millis()));
    }

    /** Opens the self-evaluation: the named elements, or all ten when none was named. All seals are void. */
    void open(String caseNo) {
        EvaluationCase found = cases.lock(caseNo);
        if (found.status() != CaseStatus.SELF_EVALUATION) {
            cases.advance(
                    caseNo,
                    CaseStatus.SELF_EVALUATION,
                    List.of(CaseStatus.PRELIMINARY_REVIEW, CaseStatus.AWAITING_DELIBERATION),
                    "退回更正");
        }
        cases.reopened(caseNo);
        if (mapper.reopened(caseNo, found.attempt() + 1).isEmpty()) {
            askAll(caseNo, found.attempt() + 1);
        }
        int voided = mapper.voidSeals(caseNo, null, clock.millis(), "要素重新填写,原盖章作废");
        if (voided > 0) {
            audit.record(caseNo, "印章作废", caseNo, Map.of("count", String.valueOf(voided)));
        }
    }

    private void askAll(String caseNo, int attempt) {
        IntStream.rangeClosed(1, Policy.ELEMENTS)
                .forEach(element -> mapper.insertReopening(caseNo, element, attempt, "", "system", clock.millis()));
    }

    /** The elements that are open, ascending. */
    public List<Integer> openElements(String caseNo) {
        return mapper.reopened(caseNo, cases.require(caseNo).attempt());
    }

    /** Why the element was asked again. */
    String reasonOf(String caseNo, int element) {
        String reason =
                mapper.reopeningReason(caseNo, element, cases.require(caseNo).attempt());
        return reason == null ? "" : reason;
    }

    /** The claims in force, by element. */
    public Map<Integer, Claim> claims(String caseNo) {
        return mapper.claims(caseNo).stream().collect(Collectors.toMap(Claim::element, Function.identity()));
    }

    /** The claim in force on one element. */
    Optional<Claim> claim(String caseNo, int element) {
        return Optional.ofNullable(claims(caseNo).get(element));
    }

    /**
     * Stores what the alliance says of an element as a new version.
     *
     * @param chain for element 1 only; needed when the element is claimed as met
     * @param facts the facts that were filled in
     */
    void fill(
            String caseNo,
            int element,
            boolean met,
            String statement,
            @Nullable String chain,
            Map<String, ?> facts,
            String by) {
        if (element == CHAIN_ELEMENT && met && chain == null) {
            throw Refusal.invalid("要素1填报为“符合”时,须从重点链名单中选择所属链条");
        }
        if (chain != null && !chains.isListed(chain)) {
            throw Refusal.invalid("链条“" + chain + "”不在已加载的重点链名单中,请重新选择");
        }
        EvaluationCase found = cases.require(caseNo);
        Map<String, Object> known = new LinkedHashMap<>(facts);
        if (element == CHAIN_ELEMENT) {
            known.put(ElementFacts.CHAIN_LISTED, chain != null && chains.isListed(chain));
        }
        if (element == 6) {
            known.put(ElementFacts.FINANCIAL_MEMBER, chains.hasFinancialMember(found.allianceId()));
        }
        Map<String, Object> read = ElementFacts.read(element, known);
        Optional<Advice> advice = preCheck.advise(rounds.policyOf(found.roundNo()), element, read);
        int version = claim(caseNo, element).map(Claim::version).orElse(0) + 1;
        mapper.insertClaim(
                new Claim(
                        caseNo,
                        element,
                        version,
                        met ? 1 : 0,
                        statement,
                        chain,
                        CanonicalJson.write(read),
                        advice.map(Advice::advice).orElse(null),
                        advice.map(Advice::reason).orElse(null)),
                by,
                clock.millis());
    }
}
