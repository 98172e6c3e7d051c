package cn.lianping.pilot;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Division;
import cn.lianping.alliance.Registry;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.identity.Offices;
import cn.lianping.policy.Grant;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filing form (立项备案表) of a pilot project (article 8). */
@Component
class FilingForm {

    private final Pilots pilots;
    private final PilotMapper mapper;
    private final Cases cases;
    private final Rounds rounds;
    private final Registry registry;
    private final DocumentService documents;
    private final Clock clock;

    FilingForm(
            Pilots pilots,
            PilotMapper mapper,
            Cases cases,
            Rounds rounds,
            Registry registry,
            DocumentService documents,
            Clock clock) {
        this.pilots = pilots;
        this.mapper = mapper;
        this.cases = cases;
        this.rounds = rounds;
        this.registry = registry;
        this.documents = documents;
        this.clock = clock;
    }

    /** Produces the form of a project that has just been filed. */
    void produce(String caseNo) {
        Pilot pilot = pilots.require(caseNo);
        EvaluationCase found = cases.require(caseNo);
        Alliance alliance = registry.alliance(found.allianceId());
        Grant grant = pilots.grant(pilot.roundNo());
        Map<String, BigDecimal> planned = mapper.fundUses(caseNo, pilot.planNo()).stream()
                .collect(Collectors.toMap(PilotMapper.FundUse::useCode, PilotMapper.FundUse::amount));
        String department =
                "industry".equals(pilot.department()) ? Offices.PROVINCE_INDUSTRY : Offices.PROVINCE_SCIENCE;
        String division = registry.divisions().stream()
                .filter(one -> one.code().equals(pilot.division()))
                .map(Division::name)
                .findAny()
                .orElse("");
        documents.produce(
                DocumentKind.FILING_FORM,
                caseNo,
                alliance.name() + "试点示范项目立项备案表",
                Map.of(
                        "filingNo", Objects.requireNonNull(pilot.filingNo()),
                        "facts",
                                List.of(
                                        fact("项目名称", alliance.name() + "试点示范项目"),
                                        fact(
                                                "承担单位(盟主企业)",
                                                registry.organisation(alliance.leadCode())
                                                        .name()),
                                        fact("统一社会信用代码", alliance.leadCode()),
                                        fact(
                                                "所属批次",
                                                rounds.require(pilot.roundNo()).title()),
                                        fact("案卷号", caseNo),
                                        fact("资助金额", FundUsePlan.yuan(pilot.amount()) + " 元"),
                                        fact("执行周期", day(pilot.planStartsOn()) + " 至 " + day(pilot.planEndsOn())),
                                        fact("立项备案部门", department + " " + division)),
                        "uses",
                                grant.uses().stream()
                                        .map(use -> Map.<String, Object>of(
                                                "name", use.name(),
                                                "amount",
                                                        FundUsePlan.yuan(
                                                                planned.getOrDefault(use.code(), BigDecimal.ZERO))))
                                        .toList(),
                        "amount", FundUsePlan.yuan(pilot.amount()),
                        "department", department,
                        "filedOn", OfficialDate.of(LocalDate.now(clock))));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : OfficialDate.of(day);
    }

    private static Map<String, Object> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
