package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objections in the order of the scenario: by portal or post, handled by the supervision role. */
final class Objections {

    private static final int CONFLICT = 409;
    private static final String CONTACT = "024-00000000";

    private final Play play;
    private final Evaluations evaluations;
    private final Publication publication;
    private final List<Scenario.Objection> all;

    Objections(Play play, Evaluations evaluations) {
        this.play = play;
        this.evaluations = evaluations;
        this.publication = new Publication(play);
        this.all = Scenario.some(play.scenario().objections());
    }

    int count() {
        return all.size();
    }

    /** Plays the next objection that is not done; whether there was one. */
    boolean next() {
        for (int i = 0; i < all.size(); i++) {
            String number = String.valueOf(i + 1);
            if (!play.journal().has("objection/" + number)) {
                play(number, all.get(i));
                return true;
            }
        }
        return false;
    }

    private void play(String number, Scenario.Objection objection) {
        play.clock().morningOf(objection.on());
        String caseNo = play.cases().numberOf(objection.alliance());
        Person supervisor = play.people().supervisor();
        if (!play.journal().has("objection-raised/" + number)) {
            Answer answer = raise(objection, caseNo);
            // a failed login, a rate limit or a fault of the server is no refusal of this objection
            boolean refused = answer.status() == 400 || answer.status() == 409 || answer.status() == 422;
            if (objection.mustBeRefused() ? !refused : !answer.ok()) {
                throw new Unexpected("异议 %s(%s,%s)应%s,服务器回答 %d:%s"
                        .formatted(
                                number,
                                caseNo,
                                objection.text(),
                                objection.mustBeRefused() ? "被拒绝" : "被收下",
                                answer.status(),
                                answer.message()));
            }
            play.desk().record("objection-raised/" + number, supervisor, "异议已提出", caseNo);
        }
        if (!objection.mustBeRefused()) {
            handle(number, objection, caseNo, supervisor);
        }
        play.desk().record("objection/" + number, supervisor, "异议已办结", caseNo);
    }

    private void handle(String number, Scenario.Objection objection, String caseNo, Person supervisor) {
        String reason = reasonOf(objection);
        boolean refused = "refused".equals(objection.outcome());
        step(
                "objection-accept/" + number,
                supervisor,
                "userTask_acceptObjection",
                caseNo,
                "受理异议",
                refused
                        ? Map.of("acceptance", "REFUSE", "reason", reason)
                        : Map.of("acceptance", "ACCEPT", "reason", "实名、有证明材料,予以受理"));
        if (refused) {
            return;
        }
        Act investigate =
                new Act("objection-investigate/" + number, supervisor, "userTask_investigateObjection", "", "核查异议");
        play.desk().complete(investigate, held -> about(held, caseNo), held -> {
            held.upload("FINDING", "核查材料", Map.of());
            return Map.of("finding", reason);
        });
        step("objection-decide/" + number, supervisor, "userTask_decideObjection", caseNo, "答复异议", decision(objection));
        Scenario.Recusal replace = objection.replace();
        if (replace != null && replace.replacement() != null) {
            evaluations.sheet(replace.alliance(), replace.replacement());
            // the score follows in a job of its own; nobody deliberates before it is there
            play.cases().await(List.of(replace.alliance()), List.of("awaiting-deliberation"));
        }
    }

    private Map<String, Object> decision(Scenario.Objection objection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", String.valueOf(objection.outcome()));
        if ("upheld".equals(objection.outcome())) {
            Scenario.Recusal replace = objection.replace();
            fields.put("remedy", replace == null ? "remove" : "recompute");
            if (replace != null) {
                fields.put("expert", replace.expert());
                String replacement = replace.replacement();
                if (replacement != null) {
                    fields.put("replacement", replacement);
                }
            }
        }
        fields.put("reason", reasonOf(objection));
        return fields;
    }

    private void step(String name, Person who, String taskKey, String caseNo, String what, Map<String, Object> fields) {
        play.desk().complete(new Act(name, who, taskKey, "", what), held -> about(held, caseNo), held -> fields);
    }

    /** Objections are handled one by one; where the form names its case it must be this one. */
    private static boolean about(TaskDesk.Held held, String caseNo) {
        String shown = held.value("caseNo");
        return shown.isEmpty() || shown.contains(caseNo);
    }

    private static String reasonOf(Scenario.Objection objection) {
        Scenario.Recusal replace = objection.replace();
        String reason = objection.reason();
        return reason != null ? reason : replace != null ? replace.reason() : objection.text();
    }

    /** The end of a notice takes the platform a moment; who registers a letter in it is asked to try again. */
    private Answer raise(Scenario.Objection objection, String caseNo) {
        if (!objection.byPost()) {
            return portal(objection, caseNo);
        }
        Answer[] last = {letter(objection, caseNo)};
        if (!objection.mustBeRefused() && last[0].status() == CONFLICT) {
            play.patience().await(() -> {
                last[0] = letter(objection, caseNo);
                return last[0].status() == CONFLICT ? Optional.empty() : Optional.of(last[0]);
            });
        }
        return last[0];
    }

    private Answer letter(Scenario.Objection objection, String caseNo) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("caseNo", caseNo);
        fields.put("realName", name(objection));
        fields.put("contact", CONTACT);
        fields.put("statement", objection.text());
        fields.put("postmarkOn", String.valueOf(objection.postmark()));
        return play.desk().tryStart(play.people().supervisor(), "objection-handling", fields);
    }

    private Answer portal(Scenario.Objection objection, String caseNo) {
        String noticeId = publication.noticeOf(caseNo).path("noticeId").asText();
        Connection visitor = play.people().anybody();
        String path = Publication.NOTICES + "/" + noticeId + "/objections";
        String csrf = Person.csrfField(page(visitor, path));
        if (csrf.isEmpty()) {
            csrf = Person.csrfField(page(visitor, Publication.NOTICES + "/" + noticeId));
        }
        if (csrf.isEmpty()) {
            throw new Unexpected("异议页面 " + path + " 没有 _csrf 字段,无法提交");
        }
        Multipart form = new Multipart()
                .text("_csrf", csrf)
                .text("caseNo", caseNo)
                .text("realName", name(objection))
                .text("contact", name(objection).isEmpty() ? "" : CONTACT)
                .text("statement", objection.text())
                .file("file", "证明材料.pdf", "application/pdf", SmallPdf.titled("异议证明材料"));
        return visitor.send(
                "POST",
                path,
                Map.of("Content-Type", form.contentType(), "Accept", "application/json", "X-CSRF-TOKEN", csrf),
                form.body());
    }

    private static String page(Connection visitor, String path) {
        Answer answer = visitor.send("GET", path, Map.of("Accept", "text/html"), new byte[0]);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String name(Scenario.Objection objection) {
        String objector = objection.objector();
        return objector == null ? "" : objector;
    }
}
