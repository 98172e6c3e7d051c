package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Articles 7 and 8: selection within the budget, fund-use plan, filing, reports, acceptance. */
final class PilotProjects {

    private final Play play;

    PilotProjects(Play play) {
        this.play = play;
    }

    void run() {
        Scenario.Pilots pilots = play.scenario().pilots();
        if (pilots == null) {
            return;
        }
        Person office = play.people().office();
        Act select = new Act("pilots/selected", office, "userTask_selectPilots", play.roundNo(), "遴选试点示范");
        play.desk()
                .complete(
                        select,
                        held -> Map.of(
                                "budget",
                                pilots.budget().toPlainString(),
                                "amount",
                                pilots.amount().toPlainString(),
                                "startsOn",
                                pilots.start().toString()));
        List<RoundFiles.Alliance> chosen = chosen(pilots);
        play.progress().begin("试点示范项目", chosen.size() * 5);
        LocalDate end = pilots.start().plusYears(1).minusDays(1);
        for (int i = 0; i < chosen.size(); i++) {
            plan(chosen.get(i), pilots, end);
            file(chosen.get(i), i + 1);
        }
        long half = ChronoUnit.DAYS.between(pilots.start(), end) / 2;
        play.clock().morningOf(pilots.start().plusDays(half + 2));
        chosen.forEach(alliance -> report(alliance, "midterm", "userTask_reportMidterm", "提交中期报告"));
        play.clock().morningOf(end.plusDays(1));
        chosen.forEach(alliance -> report(alliance, "final", "userTask_reportFinal", "提交总结报告"));
        chosen.forEach(this::accept);
        play.progress().end();
    }

    private List<RoundFiles.Alliance> chosen(Scenario.Pilots pilots) {
        int affordable = pilots.budget().divideToIntegralValue(pilots.amount()).intValueExact();
        int released = (int) play.cases().all().values().stream()
                .filter(one -> one.path("status").asText().equals("released"))
                .count();
        int expected = Math.min(affordable, released);
        return play.patience()
                .await(() -> Optional.of(listed()).filter(list -> list.size() >= expected))
                .orElseThrow(() -> new Unexpected("应有 %d 个试点示范项目,现有 %d 个".formatted(expected, listed().size())));
    }

    private List<RoundFiles.Alliance> listed() {
        Map<String, JsonNode> cases = play.cases().all();
        return play.files().alliances().stream()
                .filter(alliance -> Results.yes(Optional.ofNullable(cases.get(alliance.id()))
                        .map(one -> one.path("pilot"))
                        .orElse(null)))
                .toList();
    }

    private void plan(RoundFiles.Alliance alliance, Scenario.Pilots pilots, LocalDate end) {
        RoundFiles.Division division = divisionOf(alliance);
        Map<String, Object> fields = new LinkedHashMap<>();
        List.of("joint_research", "platform", "talent", "operation", "other")
                .forEach(use -> fields.put("use_" + use, "0"));
        MoneySplit.of(pilots.amount(), pilots.uses())
                .forEach((use, amount) -> fields.put("use_" + use, amount.toPlainString()));
        fields.put("startsOn", pilots.start().toString());
        fields.put("endsOn", end.toString());
        fields.put("department", division.department());
        fields.put("division", division.code());
        step(
                "pilot-plan/",
                alliance,
                play.people().organisation(alliance.lead()),
                "userTask_draftFundUsePlan",
                "编制资金使用方案",
                fields);
    }

    private void file(RoundFiles.Alliance alliance, int number) {
        step(
                "pilot-filing/",
                alliance,
                play.people().division(divisionOf(alliance).code()),
                "userTask_fileProject",
                "立项备案",
                Map.of("outcome", "FILE", "filingNo", "试点备案〔%s〕%d号".formatted(play.roundNo(), number)));
    }

    private void report(RoundFiles.Alliance alliance, String kind, String taskKey, String what) {
        String caseNo = play.cases().numberOf(alliance.id());
        Act act = new Act(
                "pilot-" + kind + "/" + alliance.id(),
                play.people().organisation(alliance.lead()),
                taskKey,
                caseNo,
                what);
        play.desk().complete(act, held -> {
            held.upload("PILOT_REPORT", what, Map.of());
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("report", "项目按资金使用方案推进,各项任务按期完成。");
            List.of("joint_research", "platform", "talent", "operation", "other")
                    .forEach(use -> fields.put("spent_" + use, "0"));
            return fields;
        });
        play.progress().step();
    }

    private void accept(RoundFiles.Alliance alliance) {
        step(
                "pilot-acceptance/",
                alliance,
                play.people().division(divisionOf(alliance).code()),
                "userTask_acceptProject",
                "验收项目",
                Map.of("outcome", "ACCEPTED", "opinion", "完成任务目标,通过验收"));
    }

    private void step(
            String kind,
            RoundFiles.Alliance alliance,
            Person who,
            String taskKey,
            String what,
            Map<String, Object> fields) {
        Act act = new Act(kind + alliance.id(), who, taskKey, play.cases().numberOf(alliance.id()), what);
        play.desk().complete(act, held -> fields);
        play.progress().step();
    }

    private RoundFiles.Division divisionOf(RoundFiles.Alliance alliance) {
        return play.files().divisions().stream()
                .filter(division -> division.department().equals("science")
                        && division.fields().contains(alliance.field()))
                .findFirst()
                .orElseThrow(() -> new Unexpected("没有科技部门处室归口领域“%s”".formatted(alliance.field())));
    }
}
