package cn.lianping.publicity;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** User task 发布公示: title and first day; list, scores and the last day are not typed by anybody. */
@Component
class IssueNoticeRule implements TaskRule {

    private final NoticeIssue notices;
    private final Rounds rounds;
    private final Clock clock;

    IssueNoticeRule(NoticeIssue notices, Rounds rounds, Clock clock) {
        this.notices = notices;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return PublicityProcess.ISSUE_NOTICE;
    }

    @Override
    public String title(TaskFacts task) {
        return notices.first(task.businessKey()).isPresent() ? "发布补充公示" : "发布公示";
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        String roundNo = task.businessKey();
        List<Standings.Standing> listed = notices.candidates(roundNo);
        Optional<Notice> first = notices.first(roundNo);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("roundNo", roundNo);
        shown.put(
                "title",
                (first.isPresent() ? "关于补充公示%s拟发布联盟名单的公告" : "关于%s拟发布联盟名单的公示")
                        .formatted(rounds.require(roundNo).title()));
        shown.put("startsOn", LocalDate.now(clock).toString());
        shown.put("rule", notices.rule(roundNo));
        shown.put("count", listed.size());
        shown.put(
                "firstNotice",
                first.map(n -> "本次为补充公示,原公示为《%s》(%s)。".formatted(n.title(), n.period()))
                        .orElse("本次为该批次首次公示。"));
        shown.put(
                "rows",
                listed.stream()
                        .map(s -> Map.<String, Object>of(
                                "place", s.place(),
                                "allianceName", s.allianceName(),
                                "leadName", s.leadName(),
                                "areaName", s.areaName(),
                                "total", s.total().toPlainString()))
                        .toList());
        return shown;
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        notices.prepare(
                task.businessKey(),
                task.processInstanceId(),
                data.required("title", "公示标题"),
                data.date("startsOn", "公示开始日期"));
    }
}
