package cn.lianping.walkthrough;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that the files of a round fit together, so that a slip is found before the first act. */
final class RoundChecks {

    private RoundChecks() {}

    static void check(RoundFiles files) {
        Scenario scenario = files.scenario();
        required(scenario.round(), "round");
        required(scenario.policy(), "policy");
        required(scenario.opens(), "opens");
        required(scenario.closes(), "closes");
        required(scenario.deliberation(), "deliberation");
        required(scenario.notice(), "notice");
        required(scenario.release(), "release");
        if (scenario.closes().isBefore(scenario.opens())) {
            throw new Unexpected("scenario.json 的 closes 早于 opens");
        }
        Set<String> known =
                files.alliances().stream().map(RoundFiles.Alliance::id).collect(Collectors.toSet());
        Scenario.some(scenario.withdrawn()).forEach(id -> known(known, id, "scenario.json"));
        Scenario.some(scenario.neverSubmitted()).forEach(id -> known(known, id, "scenario.json"));
        Scenario.some(scenario.objections()).forEach(one -> known(known, one.alliance(), "scenario.json"));
        files.reviews().forEach(review -> known(known, review.alliance(), "preliminary_review.csv"));
        files.panels().forEach(seat -> known(known, seat.alliance(), "panels.csv"));
        files.sheets().forEach(sheet -> known(known, sheet.alliance(), "sheets.csv"));
        for (RoundFiles.Alliance alliance : files.alliances()) {
            elements(files, alliance.id());
            if (!alliance.members().contains(alliance.lead())) {
                throw new Unexpected("members.csv 中 %s 没有盟主企业 %s".formatted(alliance.id(), alliance.lead()));
            }
        }
        for (RoundFiles.Seat seat : files.panels()) {
            files.expertSheet(seat.alliance(), seat.expert());
        }
        for (Scenario.Recusal recusal : Scenario.some(scenario.lateRecusals())) {
            recusal(files, recusal);
        }
        for (Scenario.Objection objection : Scenario.some(scenario.objections())) {
            Scenario.Recusal replace = objection.replace();
            if (replace != null) {
                recusal(files, replace);
            }
        }
        Scenario.Pilots pilots = scenario.pilots();
        if (pilots != null) {
            MoneySplit.of(pilots.amount(), pilots.uses());
        }
    }

    private static void elements(RoundFiles files, String alliance) {
        List<RoundFiles.Element> elements = files.elementsOf(alliance);
        Set<Integer> numbers =
                elements.stream().map(RoundFiles.Element::number).collect(Collectors.toCollection(TreeSet::new));
        if (elements.size() != RoundFiles.ELEMENTS
                || numbers.size() != RoundFiles.ELEMENTS
                || !numbers.contains(1)
                || !numbers.contains(RoundFiles.ELEMENTS)) {
            throw new Unexpected("self_evaluation.csv 中 %s 应有要素 1 至 10 各一行,现有 %s".formatted(alliance, numbers));
        }
    }

    private static void recusal(RoundFiles files, Scenario.Recusal recusal) {
        if (!files.panelOf(recusal.alliance()).contains(recusal.expert())) {
            throw new Unexpected("%s 不在 %s 的专家组中,无法回避".formatted(recusal.expert(), recusal.alliance()));
        }
        String replacement = recusal.replacement();
        if (replacement != null) {
            files.expertSheet(recusal.alliance(), replacement);
        }
    }

    private static void known(Set<String> alliances, String id, String file) {
        if (!alliances.contains(id)) {
            throw new Unexpected("%s 提到的联盟 %s 不在 alliances.csv 中".formatted(file, id));
        }
    }

    @SuppressWarnings("ConstantConditions") // Jackson leaves out what the file leaves out
    private static void required(Object value, String name) {
        if (value == null) {
            throw new Unexpected("scenario.json 缺少 " + name);
        }
    }
}
