package cn.lianping.jointrelease;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 拟制发布文件. */
@Component
class DraftReleaseRule implements TaskRule {

    private final ReleaseDrafts drafts;
    private final NoticedList noticed;

    DraftReleaseRule(ReleaseDrafts drafts, NoticedList noticed) {
        this.drafts = drafts;
        this.noticed = noticed;
    }

    @Override
    public String taskKey() {
        return JointReleaseProcess.DRAFT_RELEASE;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        List<NoticedCase> items = noticed.releasable(task.businessKey());
        Map<String, Object> shown = new HashMap<>();
        shown.put("itemCount", items.size());
        shown.put("items", rows(items));
        drafts.drafted(task.businessKey()).ifPresent(release -> {
            shown.put("documentNo", release.documentNo());
            shown.put("title", release.title());
            shown.put("body", release.body());
            drafts.returned(release).ifPresent(reason -> shown.put("returned", reason));
        });
        return shown;
    }

    /** The annex as tables show it. */
    static List<Map<String, Object>> rows(List<NoticedCase> items) {
        return items.stream()
                .map(i -> Map.<String, Object>of(
                        "place", i.place(),
                        "caseNo", i.caseNo(),
                        "allianceName", i.allianceName(),
                        "leadName", i.leadName(),
                        "total", i.total().toPlainString()))
                .toList();
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        drafts.draft(
                task.businessKey(),
                data.required("documentNo", "发布文号"),
                data.required("title", "标题"),
                data.required("body", "正文"),
                task.actor());
    }
}
