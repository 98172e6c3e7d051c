package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.calendar.CalendarRepository;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.FormData;
import cn.lianping.engine.RunAreas;
import cn.lianping.engine.StartRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 开放批次: pins the policy version that the whole round runs by. */
@Component
class StartRoundRule implements StartRule {

    private static final String PROVINCE = "210000";

    private final Rounds rounds;
    private final PolicyService policies;
    private final Registry registry;
    private final CalendarRepository calendars;
    private final CurrentActor actors;
    private final Clock clock;
    private final RunAreas runAreas;

    StartRoundRule(
            Rounds rounds,
            PolicyService policies,
            Registry registry,
            CalendarRepository calendars,
            CurrentActor actors,
            Clock clock,
            RunAreas runAreas) {
        this.rounds = rounds;
        this.policies = policies;
        this.registry = registry;
        this.calendars = calendars;
        this.actors = actors;
        this.clock = clock;
        this.runAreas = runAreas;
    }

    @Override
    public String processKey() {
        return RoundProcess.KEY;
    }

    @Override
    public Map<String, Object> show(String actor, @Nullable String own) {
        Set<String> withOwn = runAreas.withOwn(RoundProcess.KEY);
        Map<String, Map<String, Object>> newest = new LinkedHashMap<>();
        for (Policy policy : policies.all()) {
            if (offered(policy, own, withOwn)) {
                newest.put(policy.id(), Map.of("label", policy.label(), "value", policy.id()));
            }
        }
        List<Map<String, Object>> areas = new ArrayList<>();
        if (own == null) {
            areas.add(Map.of("label", registry.areaName(PROVINCE), "value", PROVINCE));
        }
        registry.areasOfAlliances().forEach((code, name) -> {
            if (own == null || own.equals(code)) {
                areas.add(Map.of("label", name, "value", code));
            }
        });
        return Map.of(
                "policyChoices",
                List.copyOf(newest.values()),
                "areaChoices",
                areas,
                "area",
                own == null ? PROVINCE : own,
                "objectionHold",
                "round");
    }

    /** A city's own round runs by its own policy; a city with a policy and no diagrams uses the province's diagrams. */
    private static boolean offered(Policy policy, @Nullable String own, Set<String> withOwn) {
        return own == null
                ? policy.areaCode().equals(PROVINCE) || !withOwn.contains(policy.areaCode())
                : policy.areaCode().equals(own);
    }

    @Override
    public Started start(String actor, @Nullable String own, String processInstanceId, FormData data) {
        if (!actors.isMemberOf(Groups.PROVINCE_OFFICE)) {
            throw Refusal.forbidden("只有省厅承办处室可以开放批次");
        }
        String roundNo = data.required("roundNo", "批次号");
        LocalDate opens = data.date("opensOn", "申报开始日");
        LocalDate closes = data.date("closesOn", "申报截止日");
        if (closes.isBefore(opens)) {
            throw Refusal.invalid("申报截止日 " + closes + " 早于开始日 " + opens + ",请改正");
        }
        if (closes.isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("申报截止日 " + closes + " 已过,请改正");
        }
        if (!calendars.calendar().covers(closes.getYear())) {
            throw Refusal.invalid("缺少 " + closes.getYear() + " 年的官方工作日历,请管理员先导入");
        }
        Policy policy =
                policies.latest(data.required("policy", "评分政策")).orElseThrow(() -> Refusal.invalid("没有这个评分政策,请重新选择"));
        if (!offered(policy, own, runAreas.withOwn(RoundProcess.KEY))) {
            throw Refusal.conflict(
                    own == null
                            ? "评分政策“%s”属于%s,该市有自己的流程,请用该市的开放批次流程发起"
                                    .formatted(policy.label(), registry.areaName(policy.areaCode()))
                            : "%s的批次只能按本市自己的评分政策开放,请重新选择".formatted(registry.areaName(own)));
        }
        String title = data.has("title") ? data.textOrEmpty("title") : "辽宁省典型实质性产学研联盟评估评价(" + roundNo + "批次)";
        rounds.open(
                new Round(
                        roundNo,
                        title,
                        data.required("area", "组织地区"),
                        policy.id(),
                        policy.version(),
                        data.required("objectionHold", "异议未办结时"),
                        opens,
                        closes,
                        processInstanceId,
                        Round.OPEN),
                actor);
        return new Started(roundNo, Map.of(EvaluationVariables.ROUND_NO.name(), roundNo));
    }
}
