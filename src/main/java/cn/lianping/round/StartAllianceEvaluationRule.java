package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.FormData;
import cn.lianping.engine.StartRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 申报: the lead enterprise opens the case of its alliance in a round (article 6.1). */
@Component
class StartAllianceEvaluationRule implements StartRule {

    private static final String PROVINCE = "210000";
    private static final String ORGANISATION = "org-";

    private final Rounds rounds;
    private final Cases cases;
    private final Registry registry;
    private final CurrentActor actors;
    private final Clock clock;

    StartAllianceEvaluationRule(Rounds rounds, Cases cases, Registry registry, CurrentActor actors, Clock clock) {
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return RoundProcess.ALLIANCE_EVALUATION;
    }

    @Override
    public Map<String, Object> show(String actor) {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "roundChoices",
                rounds.all().stream()
                        .filter(round -> isOpen(round, today))
                        .map(round -> Map.of("label", round.title(), "value", round.roundNo()))
                        .toList(),
                "allianceChoices",
                own().stream()
                        .map(alliance -> Map.of("label", alliance.name(), "value", alliance.id()))
                        .toList());
    }

    @Override
    public Started start(String actor, String processInstanceId, FormData data) {
        Alliance alliance = own().stream()
                .filter(mine -> mine.id().equals(data.text("allianceId")))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("只有“盟主”企业可以为本联盟申报"));
        Round round = rounds.lock(data.required("roundNo", "批次"));
        if (!isOpen(round, LocalDate.now(clock))) {
            throw Refusal.conflict(
                    "批次 " + round.roundNo() + " 的申报期为 " + round.opensOn() + " 至 " + round.closesOn() + ",现在不能申报");
        }
        if (!round.areaCode().equals(PROVINCE) && !round.areaCode().equals(alliance.area())) {
            throw Refusal.conflict("该批次只面向" + registry.areaName(round.areaCode()) + "的联盟");
        }
        EvaluationCase created =
                cases.register(round, alliance.id(), alliance.area(), alliance.leadCode(), processInstanceId, actor);
        return new Started(
                created.caseNo(),
                Map.of(
                        EvaluationVariables.ROUND_NO.name(), round.roundNo(),
                        EvaluationVariables.ALLIANCE_ID.name(), alliance.id(),
                        EvaluationVariables.LEAD_CODE.name(), alliance.leadCode(),
                        EvaluationVariables.AREA.name(), alliance.area()));
    }

    private static boolean isOpen(Round round, LocalDate today) {
        return Round.OPEN.equals(round.status())
                && !today.isBefore(round.opensOn())
                && !today.isAfter(round.closesOn());
    }

    private List<Alliance> own() {
        return actors.groups().stream()
                .filter(group -> group.startsWith(ORGANISATION))
                .map(group -> group.substring(Groups.org("").length()))
                .flatMap(code -> registry.findAlliancesLedBy(code).stream())
                .toList();
    }
}
