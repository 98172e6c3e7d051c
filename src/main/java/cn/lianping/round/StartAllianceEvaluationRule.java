package cn.lianping.round;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.FormData;
import cn.lianping.engine.RunAreas;
import cn.lianping.engine.StartRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final RunAreas runAreas;

    StartAllianceEvaluationRule(
            Rounds rounds, Cases cases, Registry registry, CurrentActor actors, Clock clock, RunAreas runAreas) {
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.actors = actors;
        this.clock = clock;
        this.runAreas = runAreas;
    }

    @Override
    public String processKey() {
        return RoundProcess.ALLIANCE_EVALUATION;
    }

    @Override
    public Map<String, Object> show(String actor, @Nullable String area) {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "roundChoices",
                following(
                                area,
                                rounds.all().stream()
                                        .filter(round -> isOpen(round, today))
                                        .toList())
                        .stream()
                        .map(round -> Map.of("label", round.title(), "value", round.roundNo()))
                        .toList(),
                "allianceChoices",
                own().stream()
                        .filter(alliance -> area == null || area.equals(alliance.area()))
                        .map(alliance -> Map.of("label", alliance.name(), "value", alliance.id()))
                        .toList());
    }

    /** The rounds whose own run follows the diagrams of this area: a case follows those of its round. */
    private List<Round> following(@Nullable String area, List<Round> open) {
        Set<String> ids = runAreas.following(
                RoundProcess.ALLIANCE_EVALUATION,
                area,
                open.stream().map(Round::processInstanceId).toList());
        return open.stream()
                .filter(round -> ids.contains(round.processInstanceId()))
                .toList();
    }

    @Override
    public Started start(String actor, @Nullable String area, String processInstanceId, FormData data) {
        Alliance alliance = own().stream()
                .filter(mine -> mine.id().equals(data.text("allianceId")))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("只有“盟主”企业可以为本联盟申报"));
        Round round = rounds.lock(data.required("roundNo", "批次"));
        if (!isOpen(round, LocalDate.now(clock))) {
            throw Refusal.conflict(
                    "批次 " + round.roundNo() + " 的申报期为 " + round.opensOn() + " 至 " + round.closesOn() + ",现在不能申报");
        }
        if (following(area, List.of(round)).isEmpty()) {
            throw Refusal.conflict("批次 " + round.roundNo() + " 按另一地区的流程办理,请从任务列表中选择与批次同一地区的申报流程");
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
