package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Notices and joint releases (article 6.4). */
final class Publication {

    static final String NOTICES = "/public/notices";

    private final Play play;
    private final Connection reader;

    Publication(Play play) {
        this.play = play;
        this.reader = play.people().anybody();
    }

    void issueNotice() {
        int number = play.journal().count("notice") + 1;
        Scenario.Start supplementary = play.scenario().supplementaryNotice();
        if (number > 1 && supplementary == null) {
            throw new Unexpected("系统要求发布补充公示,但 scenario.json 没有 supplementary_notice");
        }
        LocalDate start =
                number == 1 || supplementary == null ? play.scenario().notice().start() : supplementary.start();
        play.clock().morningOf(start);
        LocalDate today = play.clock().today();
        LocalDate startsOn = number > 2 && start.isBefore(today) ? today : start;
        Act act = new Act("notice/" + number, play.people().office(), "userTask_issueNotice", play.roundNo(), "发布公示");
        play.desk()
                .complete(
                        act,
                        held -> Map.of(
                                "title",
                                "典型实质性产学研联盟评估评价结果" + (number == 1 ? "公示" : "补充公示"),
                                "startsOn",
                                startsOn.toString()));
        if (play.patience()
                .await(() -> ofRound().filter(notices -> notices >= number))
                .isEmpty()) {
            throw new Unexpected("公开页面上没有出现第 " + number + " 个公示");
        }
    }

    /** The last day of the latest notice that has not ended on the round's clock. */
    Optional<LocalDate> lastDayOfOpenNotice() {
        LocalDate today = play.clock().today();
        Optional<LocalDate> last = Optional.empty();
        for (JsonNode notice : notices(reader)) {
            LocalDate endsOn = LocalDate.parse(notice.path("endsOn").asText());
            if (ours(notice) && !endsOn.isBefore(today) && (last.isEmpty() || endsOn.isAfter(last.get()))) {
                last = Optional.of(endsOn);
            }
        }
        return last;
    }

    /** The latest notice of the round on which a case stands. */
    JsonNode noticeOf(String caseNo) {
        JsonNode found = null;
        for (JsonNode notice : notices(reader)) {
            for (JsonNode item : notice.path("items")) {
                if (ours(notice)
                        && item.path("caseNo").asText().equals(caseNo)
                        && (found == null
                                || notice.path("seq").asInt()
                                        > found.path("seq").asInt())) {
                    found = notice;
                }
            }
        }
        if (found == null) {
            throw new Unexpected("公开页面上没有案卷 " + caseNo + " 的公示");
        }
        return found;
    }

    void draftRelease() {
        int number = play.journal().count("release") + 1;
        String first = play.scenario().release().documentNo();
        Scenario.Number later = play.scenario().supplementaryRelease();
        if (number > 1 && later == null) {
            throw new Unexpected("系统要求补充发布,但 scenario.json 没有 supplementary_release.document_no");
        }
        String documentNo = number == 1 || later == null ? first : later.documentNo();
        Act act =
                new Act("release/" + number, play.people().office(), "userTask_draftRelease", play.roundNo(), "拟制发布文件");
        play.desk()
                .complete(
                        act,
                        held -> Map.of(
                                "documentNo",
                                documentNo,
                                "title",
                                "关于发布典型实质性产学研联盟评估评价结果的通知",
                                "body",
                                "经联盟自评、初审复核、综合评价、党组会审议并公示,现将评估评价结果予以发布。"));
    }

    void countersign() {
        agree("countersign", "indsigner", "userTask_countersignByIndustry", "工信厅会签");
    }

    void sign() {
        agree("sign", "scisigner", "userTask_signByScience", "科技厅签发");
    }

    private void agree(String kind, String who, String taskKey, String what) {
        String name = kind + "/" + (play.journal().count(kind) + 1);
        Act act = new Act(name, play.people().called(who), taskKey, play.roundNo(), what);
        play.desk().complete(act, held -> Map.of("outcome", "AGREE", "opinion", "同意"));
    }

    private Optional<Integer> ofRound() {
        int count = 0;
        for (JsonNode notice : notices(reader)) {
            count += ours(notice) ? 1 : 0;
        }
        return Optional.of(count);
    }

    private boolean ours(JsonNode notice) {
        return notice.path("roundNo").asText().equals(play.roundNo());
    }

    private static JsonNode notices(Connection reader) {
        Answer answer = reader.send("GET", NOTICES, Map.of("Accept", "application/json"), new byte[0]);
        if (!answer.ok()) {
            throw new Unexpected("公开页面无法读取(%d):%s".formatted(answer.status(), answer.message()));
        }
        return answer.json();
    }
}
