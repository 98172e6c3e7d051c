package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.alliance.Division;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.CurrentActor;
import cn.lianping.policy.Grant;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pilot projects (articles 7 and 8), from the selection to the acceptance. */
@Service
public class Pilots {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private final PilotMapper mapper;
    private final Rounds rounds;
    private final Cases cases;
    private final Registry registry;
    private final ProcessMessages messages;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    Pilots(
            PilotMapper mapper,
            Rounds rounds,
            Cases cases,
            Registry registry,
            ProcessMessages messages,
            AuditLog audit,
            CurrentActor actor,
            Clock clock) {
        this.mapper = mapper;
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.messages = messages;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** The pilots of a round, by case number. */
    public List<Pilot> ofRound(String roundNo) {
        return mapper.ofRound(roundNo);
    }

    /** The pilot of a case; refuses if it is none. */
    public Pilot require(String caseNo) {
        return Optional.ofNullable(mapper.find(caseNo))
                .orElseThrow(() -> Refusal.notFound("案卷 " + caseNo + " 不是试点示范项目"));
    }

    /**
     * Keeps the selection of a round.
     *
     * @param budget in yuan
     * @throws Refusal when it costs more than the budget, or a grant exceeds the policy's cap
     */
    public void select(String roundNo, BigDecimal budget, List<Selection> selections) {
        rounds.lock(roundNo);
        if (!mapper.ofRound(roundNo).isEmpty()) {
            throw Refusal.conflict("批次 " + roundNo + " 已遴选试点示范,不能重复遴选");
        }
        BigDecimal total = selections.stream().map(Selection::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(budget) > 0) {
            throw Refusal.invalid("入选项目合计 " + FundUsePlan.yuan(total) + " 元,超过预算 " + FundUsePlan.yuan(budget) + " 元");
        }
        Optional<BigDecimal> cap = grant(roundNo).highest();
        for (Selection s : selections) {
            if (cap.isPresent() && s.amount().compareTo(cap.get().multiply(WAN)) > 0) {
                throw Refusal.invalid("每个项目 " + FundUsePlan.yuan(s.amount()) + " 元,超过政策规定的资助上限 "
                        + FundUsePlan.yuan(cap.get()) + " 万元");
            }
            mapper.insert(
                    new Pilot(
                            s.caseNo(),
                            roundNo,
                            s.amount(),
                            s.start(),
                            null,
                            0,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    clock.millis(),
                    actor.userId());
        }
        audit.record(
                roundNo,
                "遴选试点示范",
                roundNo,
                Map.of(
                        "budget", FundUsePlan.yuan(budget),
                        "cases", selections.stream().map(Selection::caseNo).toList()));
    }

    /** Starts the project of every selected case that has none yet, and closes the round. */
    void start(String roundNo) {
        rounds.lock(roundNo);
        for (Pilot pilot : mapper.ofRound(roundNo)) {
            if (pilot.processInstanceId() == null) {
                EvaluationCase c = cases.require(pilot.caseNo());
                String instance = messages.startProcess(
                        PilotProcess.KEY,
                        c.caseNo(),
                        Map.of(
                                EvaluationVariables.ROUND_NO.name(), roundNo,
                                EvaluationVariables.ALLIANCE_ID.name(), c.allianceId(),
                                EvaluationVariables.LEAD_CODE.name(), c.leadCode(),
                                EvaluationVariables.AREA.name(), c.areaCode()));
                mapper.started(c.caseNo(), instance);
            }
        }
        rounds.become(roundNo, Round.CLOSED);
    }

    /** The grant's rules of the round's policy. */
    Grant grant(String roundNo) {
        return rounds.policyOf(roundNo).grant();
    }

    /** Takes the plan in; an earlier one stays under its number. */
    void plan(String caseNo, FundUsePlan plan) {
        Pilot pilot = lock(caseNo);
        Grant grant = grant(pilot.roundNo());
        List<String> codes = grant.uses().stream().map(Grant.Use::code).toList();
        plan.uses().forEach((code, amount) -> {
            if (!codes.contains(code) && amount.signum() != 0) {
                throw Refusal.invalid("政策没有资金使用方向“" + code + "”");
            }
        });
        plan.requireValid(pilot.amount(), grant.longestTermMonths().value());
        Division division = registry.divisions().stream()
                .filter(d -> d.code().equals(plan.division()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("没有处室“" + plan.division() + "”"));
        if (!division.department().equals(plan.department())) {
            throw Refusal.invalid("处室“" + division.name() + "”不属于所选的立项备案部门;项目只在一个部门备案,请重新选择");
        }
        int planNo = pilot.planNo() + 1;
        mapper.updatePlan(caseNo, planNo, plan);
        plan.uses().forEach((code, amount) -> mapper.insertFundUse(caseNo, planNo, code, amount));
        audit.record(caseNo, "提交资金使用方案", caseNo, Map.of("plan", planNo, "uses", texts(plan.uses())));
    }

    /** Files the project under a number, or returns the plan with a reason. Exactly one of the two is given. */
    void file(String caseNo, @Nullable String filingNo, @Nullable String reason) {
        lock(caseNo);
        if (filingNo != null) {
            String holder = mapper.caseOfFilingNo(filingNo);
            if (holder != null) {
                throw Refusal.invalid("备案编号“" + filingNo + "”已用于案卷 " + holder + ";请核对编号");
            }
        }
        mapper.file(caseNo, filingNo, reason);
        audit.record(
                caseNo,
                filingNo == null ? "退回资金使用方案" : "立项备案",
                caseNo,
                filingNo == null ? Map.of("reason", reason == null ? "" : reason) : Map.of("filingNo", filingNo));
    }

    /**
     * Takes a report in.
     *
     * @param kind MIDTERM or FINAL
     * @param spent in yuan by code of the use, from the start until now
     */
    void report(String caseNo, String kind, String text, Map<String, BigDecimal> spent) {
        Pilot pilot = lock(caseNo);
        BigDecimal total = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(pilot.amount()) > 0) {
            throw Refusal.invalid(
                    "支出合计 " + FundUsePlan.yuan(total) + " 元,超过资助金额 " + FundUsePlan.yuan(pilot.amount()) + " 元");
        }
        int seq = mapper.lastReport(caseNo) + 1;
        mapper.insertReport(
                caseNo,
                seq,
                new PilotMapper.Report(kind, text, CanonicalJson.write(texts(spent))),
                clock.millis(),
                actor.userId());
        audit.record(caseNo, "MIDTERM".equals(kind) ? "提交中期报告" : "提交总结报告", caseNo, Map.of("spent", texts(spent)));
    }

    /** Keeps the outcome of the acceptance. */
    void accept(String caseNo, String acceptance, String opinion) {
        lock(caseNo);
        mapper.accept(caseNo, acceptance, opinion);
        audit.record(caseNo, "验收项目", caseNo, Map.of("acceptance", acceptance, "opinion", opinion));
    }

    private Pilot lock(String caseNo) {
        Pilot pilot = mapper.lock(caseNo);
        if (pilot == null) {
            throw Refusal.notFound("案卷 " + caseNo + " 不是试点示范项目");
        }
        return pilot;
    }

    private static Map<String, String> texts(Map<String, BigDecimal> amounts) {
        Map<String, String> texts = new TreeMap<>();
        amounts.forEach((code, amount) -> texts.put(code, FundUsePlan.yuan(amount)));
        return texts;
    }
}
