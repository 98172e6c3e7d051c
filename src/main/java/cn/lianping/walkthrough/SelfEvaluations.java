package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Article 6.1: element by element, sealed by every member unit, submitted by the lead enterprise. */
final class SelfEvaluations {

    private static final int BEGUN = 4;

    private final Play play;

    SelfEvaluations(Play play) {
        this.play = play;
    }

    void run() {
        play.progress().begin("联盟自评", play.files().alliances().size());
        for (RoundFiles.Alliance alliance : play.files().alliances()) {
            if (play.scenario().isWithdrawn(alliance.id())) {
                begin(alliance);
                withdraw(alliance);
            } else if (play.scenario().neverSubmits(alliance.id())) {
                begin(alliance);
            } else {
                submit(alliance);
            }
            play.progress().step();
        }
        play.progress().end();
    }

    /** The first elements only. */
    void begin(RoundFiles.Alliance alliance) {
        evaluate(alliance, play.files().elementsOf(alliance.id()).subList(0, BEGUN), 1);
    }

    /** All elements and about half of the seals. */
    void sealInPart(RoundFiles.Alliance alliance) {
        evaluate(alliance, play.files().elementsOf(alliance.id()), 1);
        List<String> members = alliance.members();
        members.subList(0, members.size() / 2).forEach(member -> seal(alliance, member, 1));
    }

    /** Everything up to the submission. */
    void submit(RoundFiles.Alliance alliance) {
        evaluate(alliance, play.files().elementsOf(alliance.id()), 1);
        sealAndSubmit(alliance, 1);
    }

    /** Corrects the elements that were returned; every seal and the submission follow anew. */
    void correct(RoundFiles.Alliance alliance, List<String> numbers, int attempt) {
        List<RoundFiles.Element> elements = play.files().elementsOf(alliance.id()).stream()
                .filter(element -> numbers.contains(String.valueOf(element.number())))
                .toList();
        evaluate(alliance, elements, attempt);
        sealAndSubmit(alliance, attempt);
    }

    private void evaluate(RoundFiles.Alliance alliance, List<RoundFiles.Element> elements, int attempt) {
        Person lead = play.people().organisation(alliance.lead());
        String caseNo = play.cases().numberOf(alliance.id());
        for (RoundFiles.Element element : elements) {
            String number = String.valueOf(element.number());
            Act act = new Act(
                    "element/%s/%d/%s".formatted(alliance.id(), attempt, number),
                    lead,
                    "userTask_selfEvaluateElement",
                    caseNo,
                    "填写要素自评 " + number);
            play.desk().complete(act, held -> held.value("elementNo").equals(number), held -> {
                held.upload("ELEMENT", "要素%s证明材料".formatted(number), Map.of("element", number));
                return fields(element, attempt);
            });
        }
    }

    private static Map<String, Object> fields(RoundFiles.Element element, int attempt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("met", element.met() ? "1" : "0");
        fields.put(
                "statement",
                attempt == 1 ? element.statement() : element.statement() + "(第%d次更正)".formatted(attempt - 1));
        if (element.number() == 1 && element.met() && !element.chain().isBlank()) {
            fields.put("chain", element.chain());
        }
        return fields;
    }

    private void seal(RoundFiles.Alliance alliance, String member, int attempt) {
        Act act = new Act(
                "seal/%s/%d/%s".formatted(alliance.id(), attempt, member),
                play.people().organisation(member),
                "userTask_sealReport",
                play.cases().numberOf(alliance.id()),
                "盖章自评报告");
        play.desk().complete(act, held -> {
            held.upload("SEAL", "盖章自评报告", Map.of());
            return Map.of("verificationCode", held.value("reportCode"));
        });
    }

    private void sealAndSubmit(RoundFiles.Alliance alliance, int attempt) {
        String caseNo = play.cases().numberOf(alliance.id());
        alliance.members().forEach(member -> seal(alliance, member, attempt));
        Act submit = new Act(
                "submit/%s/%d".formatted(alliance.id(), attempt),
                play.people().organisation(alliance.lead()),
                "userTask_submitReport",
                caseNo,
                "提交自评报告");
        play.desk().complete(submit, held -> Map.of("submission", "SUBMIT"));
    }

    private void withdraw(RoundFiles.Alliance alliance) {
        Person lead = play.people().organisation(alliance.lead());
        String caseNo = play.cases().numberOf(alliance.id());
        play.once(
                "withdrawal/" + alliance.id(),
                lead,
                "撤回申报",
                caseNo,
                () -> lead.post(Play.API + "/cases/" + caseNo + "/withdrawal", Map.of("reason", "联盟申请撤回本批次申报")));
        play.cases().await(List.of(alliance.id()), List.of("withdrawn"));
    }
}
