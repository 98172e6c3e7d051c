package cn.lianping.worklist;

import cn.lianping.Refusal;
import cn.lianping.engine.DoneTask;
import cn.lianping.engine.OpenTasks;
import cn.lianping.identity.CurrentActor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards, search and the list of what the person did: each answers for the person logged in alone. */
@RestController
@RequestMapping("/camunda/api/lianping")
class WorklistController {

    private static final int PAGE = 20;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_SEARCH = 100;

    private final TaskCards cards;
    private final OpenTasks tasks;
    private final WorklistMapper mapper;
    private final CurrentActor actor;

    WorklistController(TaskCards cards, OpenTasks tasks, WorklistMapper mapper, CurrentActor actor) {
        this.cards = cards;
        this.tasks = tasks;
        this.mapper = mapper;
        this.actor = actor;
    }

    /** The cards of up to 50 tasks; those that are closed or not the person's are left out. */
    @GetMapping("/tasks/cards")
    List<TaskCards.Card> cards(@RequestParam List<String> ids) {
        me();
        if (ids.size() > OpenTasks.AT_ONCE) {
            throw Refusal.invalid("一次最多查询 %d 个任务".formatted(OpenTasks.AT_ONCE));
        }
        return cards.of(ids);
    }

    /** One card; refused as not found when the task is closed or not the person's. */
    @GetMapping("/tasks/{taskId}/card")
    TaskCards.Card card(@PathVariable String taskId) {
        me();
        return cards.of(List.of(taskId)).stream().findFirst().orElseThrow(() -> Refusal.notFound("此任务已办结、已撤销或不由您办理"));
    }

    /** Open tasks whose case number or alliance holds the text. */
    @GetMapping("/tasks/search")
    Map<String, Object> search(@RequestParam String text, @RequestParam(defaultValue = "0") int page) {
        String me = me();
        String pattern = pattern(text);
        if (pattern == null) {
            throw Refusal.invalid("请输入案卷号或联盟名称");
        }
        boolean all = tasks.readsAll();
        List<String> groups = actor.groups();
        int offset = offset(page);
        List<String> ids = mapper.search(me, groups, all, pattern, offset, PAGE);
        return Map.of("total", mapper.countSearch(me, groups, all, pattern), "size", PAGE, "rows", cards.of(ids));
    }

    /** What the person did, the newest first. */
    @GetMapping("/me/done")
    Map<String, Object> done(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") int page) {
        String me = me();
        String pattern = pattern(search);
        return Map.of(
                "total",
                mapper.countDone(me, pattern),
                "size",
                PAGE,
                "rows",
                mapper.done(me, pattern, offset(page), PAGE).stream()
                        .map(WorklistController::row)
                        .toList());
    }

    private static Map<String, Object> row(WorklistMapper.DoneRow done) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("taskId", done.taskId());
        row.put("caseNo", done.caseNo());
        row.put("alliance", done.alliance());
        row.put("task", done.title());
        row.put("completed", DoneTask.COMPLETED.equals(done.act()));
        row.put("outcome", done.outcome());
        row.put("opinion", done.opinion());
        row.put("at", Instant.ofEpochMilli(done.doneAt()).toString());
        return row;
    }

    /** A LIKE pattern in which the person's own signs stand for themselves; null for nothing. */
    private static @Nullable String pattern(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST_SEARCH) {
            throw Refusal.invalid("搜索内容最多 %d 个字".formatted(LONGEST_SEARCH));
        }
        return wanted.isEmpty() ? null : "%" + wanted.replaceAll("([!%_])", "!$1") + "%";
    }

    private static int offset(int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw Refusal.invalid("页码应为 0 至 %d".formatted(LAST_PAGE));
        }
        return page * PAGE;
    }

    private String me() {
        String user = actor.userId();
        if (CurrentActor.SYSTEM.equals(user) || CurrentActor.PUBLIC.equals(user)) {
            throw Refusal.forbidden("请先登录");
        }
        return user;
    }
}
