package cn.lianping.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Registry, round and applications. */
final class Opening {

    private final Play play;

    Opening(Play play) {
        this.play = play;
    }

    void run() {
        Scenario scenario = play.scenario();
        play.progress().begin("登记册、批次与申报", 2 + play.files().alliances().size());
        if (play.journal().has("round/" + scenario.round()) && !play.cases().roundExists()) {
            throw new Unexpected("输出目录中的 trace.json 属于另一台服务器;请换一个 --out 目录");
        }
        if (play.journal().empty()) {
            play.clock().startOn(scenario.opens());
        }
        Person administrator = play.people().administrator();
        play.once("registry/import", administrator, "导入登记册", scenario.round(), this::importRegistry);
        play.progress().step();
        Person office = play.people().office();
        play.once("round/" + scenario.round(), office, "开放批次", scenario.round(), this::openRound);
        play.progress().step();
        for (RoundFiles.Alliance alliance : play.files().alliances()) {
            Person lead = play.people().organisation(alliance.lead());
            play.once("application/" + alliance.id(), lead, "提出申报", alliance.id(), () -> apply(alliance, lead));
            play.progress().step();
        }
        play.progress().end();
    }

    private void importRegistry() {
        Person administrator = play.people().administrator();
        Multipart form = new Multipart();
        for (String name : RoundFiles.REGISTRY) {
            try {
                form.file(
                        "files",
                        name,
                        "text/csv",
                        Files.readAllBytes(play.files().directory().resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String page = new String(administrator.bytes("/admin/registry"), java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = administrator.request(
                "POST",
                "/admin/registry/import",
                Map.of(
                        "Content-Type",
                        form.contentType(),
                        "Accept",
                        "application/json",
                        "X-CSRF-TOKEN",
                        Person.csrfField(page)),
                form.body());
        if (!answer.ok()) {
            throw new Unexpected("登记册导入被拒绝:" + answer.text());
        }
    }

    private void openRound() {
        Scenario scenario = play.scenario();
        if (play.cases().roundExists()) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("roundNo", scenario.round());
        fields.put("title", "辽宁省典型实质性产学研联盟评估评价(" + scenario.round() + ")");
        fields.put("policy", scenario.policy());
        fields.put("area", "210000");
        fields.put("opensOn", scenario.opens().toString());
        fields.put("closesOn", scenario.closes().toString());
        String hold = scenario.objectionHold();
        if (hold != null) {
            fields.put("objectionHold", hold);
        }
        play.desk().start(play.people().office(), "evaluation-round", fields);
        if (play.patience()
                .await(() -> play.cases().roundExists() ? Optional.of(true) : Optional.empty())
                .isEmpty()) {
            throw new Unexpected("批次 " + scenario.round() + " 没有开放");
        }
    }

    private void apply(RoundFiles.Alliance alliance, Person lead) {
        if (play.cases().find(alliance.id()).isEmpty()) {
            play.desk()
                    .start(lead, "alliance-evaluation", Map.of("roundNo", play.roundNo(), "allianceId", alliance.id()));
        }
        play.cases().numberOf(alliance.id());
    }
}
