package cn.lianping.pilot;

import cn.lianping.engine.CanonicalJson;
import cn.lianping.engine.FormData;
import cn.lianping.policy.Grant;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of a project have in common: its facts, and amounts by use. */
@Component
class ProjectForm {

    private final Pilots pilots;
    private final PilotMapper mapper;

    ProjectForm(Pilots pilots, PilotMapper mapper) {
        this.pilots = pilots;
        this.mapper = mapper;
    }

    /** The project as its forms show it. */
    Map<String, Object> show(String caseNo) {
        Pilot pilot = pilots.require(caseNo);
        Map<String, Object> shown = new HashMap<>();
        shown.put("amount", FundUsePlan.yuan(pilot.amount()));
        put(shown, "startsOn", pilot.planStartsOn() == null ? pilot.startsOn() : pilot.planStartsOn());
        put(shown, "endsOn", pilot.planEndsOn());
        put(shown, "department", pilot.department());
        put(shown, "division", pilot.division());
        put(shown, "filingNo", pilot.filingNo());
        put(shown, "returnReason", pilot.returnReason());
        put(shown, "opinion", pilot.opinion());
        Map<String, BigDecimal> planned = mapper.fundUses(caseNo, pilot.planNo()).stream()
                .collect(Collectors.toMap(PilotMapper.FundUse::useCode, PilotMapper.FundUse::amount));
        PilotMapper.Report report = mapper.latestReport(caseNo);
        Map<?, ?> spent = report == null ? Map.of() : (Map<?, ?>) CanonicalJson.read(report.spent());
        if (report != null) {
            shown.put("report", report.reportText());
        }
        List<Grant.Use> uses = pilots.grant(pilot.roundNo()).uses();
        shown.put(
                "uses",
                uses.stream()
                        .map(u -> Map.of(
                                "name",
                                u.name(),
                                "amount",
                                FundUsePlan.yuan(planned.getOrDefault(u.code(), BigDecimal.ZERO)),
                                "spent",
                                spent.containsKey(u.code()) ? String.valueOf(spent.get(u.code())) : "0"))
                        .toList());
        planned.forEach((code, amount) -> shown.put("use_" + code, FundUsePlan.yuan(amount)));
        spent.forEach((code, amount) -> shown.put("spent_" + code, String.valueOf(amount)));
        return shown;
    }

    private static void put(Map<String, Object> shown, String key, @Nullable Object value) {
        if (value != null) {
            shown.put(key, value.toString());
        }
    }

    /** The amounts of the form's fields with this prefix, by code of the use. */
    static Map<String, BigDecimal> amounts(FormData data, String prefix) {
        Function<String, BigDecimal> read = key -> {
            BigDecimal number = data.number(key);
            return number == null ? BigDecimal.ZERO : number;
        };
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        data.values().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> amounts.put(key.substring(prefix.length()), read.apply(key)));
        return amounts;
    }
}
