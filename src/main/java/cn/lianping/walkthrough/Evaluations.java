package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Article 6.3: management opinions of the divisions, sheets of the experts, late recusals. */
final class Evaluations {

    private static final String COMMENT = "对照自评报告与证明材料核对";

    private final Play play;

    Evaluations(Play play) {
        this.play = play;
    }

    void run() {
        List<RoundFiles.Alliance> alliances = play.recommended();
        play.progress().begin("综合评价", alliances.size());
        for (RoundFiles.Alliance alliance : alliances) {
            opinions(alliance);
            confirmPanel(alliance);
            experts(alliance);
            play.progress().step();
        }
        if (play.journal().count("deliberation") == 0) {
            play.cases()
                    .await(alliances.stream().map(RoundFiles.Alliance::id).toList(), List.of("awaiting-deliberation"));
        }
        play.progress().end();
    }

    /** The panel confirmed and the first two sheets of experts. */
    void begin(RoundFiles.Alliance alliance) {
        confirmPanel(alliance);
        play.files().panelOf(alliance.id()).stream().limit(2).forEach(expert -> sheet(alliance.id(), expert));
    }

    /** The sheet of one expert for one alliance. */
    void sheet(String alliance, String expert) {
        RoundFiles.Sheet sheet = play.files().expertSheet(alliance, expert);
        Act act = new Act(
                "expert/%s/%s".formatted(alliance, expert),
                play.people().called(expert),
                "userTask_reviewByExpert",
                play.cases().numberOf(alliance),
                "专家评审");
        play.desk().complete(act, held -> {
            Map<String, Object> fields = answers(sheet);
            fields.put("decision", "submit");
            return fields;
        });
    }

    private void opinions(RoundFiles.Alliance alliance) {
        for (RoundFiles.Sheet sheet : play.files().divisionSheetsOf(alliance.id())) {
            Act act = new Act(
                    "opinion/%s/%s".formatted(alliance.id(), sheet.reviewer()),
                    play.people().division(sheet.reviewer()),
                    "userTask_giveManagementOpinion",
                    play.cases().numberOf(alliance.id()),
                    "提出管理评价意见");
            play.desk().complete(act, held -> answers(sheet));
        }
    }

    private void confirmPanel(RoundFiles.Alliance alliance) {
        Act act = new Act(
                "panel/" + alliance.id(),
                play.people().office(),
                "userTask_confirmPanel",
                play.cases().numberOf(alliance.id()),
                "确认专家组");
        play.desk()
                .complete(
                        act,
                        held -> Map.of(
                                "panel",
                                TaskDesk.choices(play.files().panelOf(alliance.id())),
                                "reason",
                                "按领域与回避要求核对后确认"));
    }

    private void experts(RoundFiles.Alliance alliance) {
        List<Scenario.Recusal> recusals = Scenario.some(play.scenario().lateRecusals()).stream()
                .filter(recusal -> recusal.alliance().equals(alliance.id()))
                .toList();
        List<String> rest = new ArrayList<>(play.files().panelOf(alliance.id()));
        for (Scenario.Recusal recusal : recusals) {
            // the sheet is there, and another one is still missing, when the recusal is ordered
            sheet(alliance.id(), recusal.expert());
            order(recusal);
            rest.remove(recusal.expert());
        }
        rest.forEach(expert -> sheet(alliance.id(), expert));
        for (Scenario.Recusal recusal : recusals) {
            String replacement = recusal.replacement();
            if (replacement != null) {
                sheet(alliance.id(), replacement);
            }
        }
    }

    private void order(Scenario.Recusal recusal) {
        Person office = play.people().office();
        String caseNo = play.cases().numberOf(recusal.alliance());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("expert", recusal.expert());
        String replacement = recusal.replacement();
        if (replacement != null) {
            body.put("replacement", replacement);
        }
        body.put("reason", recusal.reason());
        play.once(
                "recusal/%s/%s".formatted(recusal.alliance(), recusal.expert()),
                office,
                "责令专家回避",
                caseNo,
                () -> office.post(Play.API + "/cases/" + caseNo + "/recusals", body));
    }

    private static Map<String, Object> answers(RoundFiles.Sheet sheet) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int element = 1; element <= RoundFiles.ELEMENTS; element++) {
            String answer = sheet.answers().get(element - 1);
            fields.put("e" + element, answer);
            fields.put("r" + element, COMMENT + (answer.equals("1") ? ",符合" : ",不符合"));
        }
        return fields;
    }
}
