package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From the close of intake to the selection of pilots. What comes next is what lies on people's desks: the process
 * decides whether a case is deliberated again, a supplementary notice issued or the list released.
 */
final class Course {

    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Play play;
    private final PartyGroup partyGroup;
    private final Publication publication;
    private final Objections objections;

    Course(Play play, Evaluations evaluations) {
        this.play = play;
        this.partyGroup = new PartyGroup(play);
        this.publication = new Publication(play);
        this.objections = new Objections(play, evaluations);
    }

    void run() {
        play.clock().morningOf(play.scenario().deliberation().date());
        play.progress().begin("审议、公示、异议与发布", 5 + objections.count());
        while (!play.journal().has("pilots/selected")
                && !has("userTask_selectPilots", play.people().office())) {
            if (play.journal().count("notice") > 0 && objections.next()) {
                play.progress().step();
                continue;
            }
            Optional<LocalDate> noticeEnd = publication.lastDayOfOpenNotice();
            Duration wait = noticeEnd.isPresent() ? SHORT : play.patience().limit();
            Optional<Runnable> todo = play.patience().await(wait, this::onADesk);
            if (todo.isPresent()) {
                todo.get().run();
                play.progress().step();
            } else if (noticeEnd.isPresent()) {
                play.clock().morningOf(noticeEnd.get().plusDays(1));
            } else {
                throw new Unexpected("等了 %d 秒,批次 %s 既没有审议、公示、发布的任务,也没有进入遴选"
                        .formatted(play.patience().limit().toSeconds(), play.roundNo()));
            }
        }
        play.progress().end();
    }

    private Optional<Runnable> onADesk() {
        Person office = play.people().office();
        if (has("userTask_compileAgenda", office)) {
            return Optional.of(partyGroup::compileAgenda);
        }
        if (has("userTask_recordDeliberation", play.people().partyOffice())) {
            return Optional.of(partyGroup::deliberate);
        }
        if (has("userTask_issueNotice", office)) {
            return Optional.of(publication::issueNotice);
        }
        if (has("userTask_draftRelease", office)) {
            return Optional.of(publication::draftRelease);
        }
        if (has("userTask_countersignByIndustry", play.people().called("indsigner"))) {
            return Optional.of(publication::countersign);
        }
        if (has("userTask_signByScience", play.people().called("scisigner"))) {
            return Optional.of(publication::sign);
        }
        return has("userTask_selectPilots", office) ? Optional.of(() -> {}) : Optional.empty();
    }

    private boolean has(String taskKey, Person who) {
        return play.desk().has(who, taskKey, play.roundNo());
    }

    /** Article 6.4: agenda and deliberation, the first time by the scenario, later confirming. */
    private static final class PartyGroup {

        private final Play play;

        PartyGroup(Play play) {
            this.play = play;
        }

        void compileAgenda() {
            String name = "agenda/" + (play.journal().count("agenda") + 1);
            Act act = new Act(name, play.people().office(), "userTask_compileAgenda", play.roundNo(), "编制审议议程");
            play.desk().complete(act, held -> Map.of());
        }

        void deliberate() {
            Scenario.Meeting meeting = play.scenario().deliberation();
            int sitting = play.journal().count("deliberation") + 1;
            String minutesNo = sitting == 1 ? meeting.minutesNo() : meeting.minutesNo() + "-补" + (sitting - 1);
            Act act = new Act(
                    "deliberation/" + sitting,
                    play.people().partyOffice(),
                    "userTask_recordDeliberation",
                    play.roundNo(),
                    "记录党组会审议结果");
            play.desk().complete(act, held -> {
                if (sitting == 1) {
                    decide(held);
                }
                held.upload("MINUTES", minutesNo, Map.of());
                return Map.of(
                        "minutesNo",
                        minutesNo,
                        "meetingDate",
                        play.clock().today().toString(),
                        "present",
                        meeting.present(),
                        "members",
                        meeting.members(),
                        "recused",
                        0,
                        "confirmRest",
                        true);
            });
        }

        private void decide(TaskDesk.Held held) {
            String agenda = Play.API + "/tasks/" + held.id() + "/agenda";
            Set<String> listed = new LinkedHashSet<>();
            held.who()
                    .get(agenda)
                    .forEach(item -> listed.add(item.path("caseNo").asText()));
            List<Map<String, String>> decisions = Scenario.some(
                            play.scenario().deliberation().decisions())
                    .stream()
                    .map(decision -> Map.of(
                            "caseNo",
                            play.cases().numberOf(decision.alliance()),
                            "decision",
                            decision.outcome()
                                    .toUpperCase(java.util.Locale.ROOT)
                                    .replace('-', '_'),
                            "reason",
                            decision.reason()))
                    .toList();
            for (Map<String, String> decision : decisions) {
                String caseNo = decision.getOrDefault("caseNo", "");
                if (!listed.contains(caseNo)) {
                    throw new Unexpected("案卷 " + caseNo + " 不在审议议程中");
                }
            }
            if (!decisions.isEmpty()) {
                held.who().put(agenda, decisions);
            }
        }
    }
}
