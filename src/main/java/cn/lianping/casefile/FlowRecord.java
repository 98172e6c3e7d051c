package cn.lianping.casefile;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.casefile.Reader.Role;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.EvaluationCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 流转记录: every act on a case in order, with what was said, as far as the reader may know of it. Who belongs to the
 * alliance or reviews it learns nothing of experts, divisions, panels and scores, save their own acts; a department's
 * opinion is told on the page of the case once both are given.
 */
@Component
class FlowRecord {

    private static final Set<String> CONFIDENTIAL_TASKS = Set.of(
            ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION,
            ComprehensiveEvaluationProcess.CONFIRM_PANEL,
            ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT);

    private static final Pattern CONFIDENTIAL_ACTS =
            Pattern.compile("未形成得分|计算得分|提交评审表|评审表.*|专家回避|抽取专家|补派专家|确认专家组|收到异议|办结异议|生成文件");

    private static final Set<String> REVIEWS = Set.of(
            PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT,
            PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT);

    /** What the platform notes for itself beside the act that caused it. */
    private static final Set<String> NOT_SHOWN = Set.of("生成文件", "提交评审表", "印章作废");

    private static final Map<String, String> CHOICES = Map.ofEntries(
            Map.entry("PASS", "通过"),
            Map.entry("RETURN", "退回"),
            Map.entry("REJECT", "不予推荐"),
            Map.entry("AGREE", "同意"),
            Map.entry("DISAGREE", "不同意"),
            Map.entry("REFUSE", "不同意"),
            Map.entry("FILE", "准予备案"),
            Map.entry("ACCEPTED", "通过"),
            Map.entry("REWORK", "整改"),
            Map.entry("NOT_ACCEPTED", "不通过"),
            Map.entry("SUBMIT", "提交"),
            Map.entry("REOPEN", "修改要素"));

    private final AuditTrail trail;
    private final Reader reader;
    private final People people;
    private final CurrentActor actor;
    private final ObjectMapper json;

    FlowRecord(AuditTrail trail, Reader reader, People people, CurrentActor actor, ObjectMapper json) {
        this.trail = trail;
        this.reader = reader;
        this.people = people;
        this.actor = actor;
        this.json = json;
    }

    /**
     * One act.
     *
     * @param who name of the person, or 系统 for timers and jobs
     * @param onBehalfOf name of whom the person stood in for; empty if for nobody
     * @param act as people read it
     * @param opinion what was chosen and said; empty if nothing was
     */
    record Line(long seq, String at, String who, String onBehalfOf, String act, String opinion) {}

    /** The acts on the case that the person may know of, the first one first. */
    List<Line> of(String caseNo) {
        EvaluationCase found = reader.require(caseNo);
        Role role = reader.of(found);
        Map<String, String> names = new HashMap<>();
        return trail.entries(found.caseNo()).stream()
                .filter(entry -> !NOT_SHOWN.contains(entry.act()))
                .filter(entry -> mayKnow(role, entry))
                .map(entry -> line(role, entry, names))
                .toList();
    }

    private boolean mayKnow(Role role, AuditEntry entry) {
        return role.compareTo(Role.LEADERSHIP) >= 0
                || entry.actor().equals(actor.userId())
                || !(CONFIDENTIAL_TASKS.contains(entry.subject())
                        || CONFIDENTIAL_ACTS.matcher(entry.act()).matches());
    }

    private Line line(Role role, AuditEntry entry, Map<String, String> names) {
        JsonNode details = read(entry);
        boolean held = role.compareTo(Role.LEADERSHIP) < 0
                && REVIEWS.contains(entry.subject())
                && !entry.actor().equals(actor.userId());
        String principal = details.path("onBehalfOf").asText("");
        return new Line(
                entry.seq(),
                Instant.ofEpochMilli(entry.at()).toString(),
                name(entry.actor(), names),
                principal.isEmpty() ? "" : name(principal, names),
                act(entry, details),
                held ? "" : opinion(details));
    }

    private static String act(AuditEntry entry, JsonNode details) {
        JsonNode to = details.path("to");
        return "状态变更".equals(entry.act()) ? "进入“" + to.asText() + "”" : entry.act();
    }

    private String name(String user, Map<String, String> names) {
        return switch (user) {
            case CurrentActor.SYSTEM -> "系统";
            case CurrentActor.PUBLIC -> "公众";
            default -> names.computeIfAbsent(user, people::nameOf);
        };
    }

    /** What was chosen, and the words beside it. */
    private static String opinion(JsonNode details) {
        JsonNode form = details.path("form");
        String chosen = Stream.of("outcome", "agreement", "submission", "acceptance")
                .map(key -> CHOICES.getOrDefault(form.path(key).asText(), ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String words = Stream.of(form, details)
                .flatMap(node -> Stream.of("opinion", "reason", "finding", "statement")
                        .map(key -> node.path(key).asText("")))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        String whom = Stream.of("toName", "whoName")
                .map(key -> details.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> "→ " + text)
                .orElse("");
        return Stream.of(whom, chosen, words)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ":" + b)
                .orElse("");
    }

    private JsonNode read(AuditEntry entry) {
        try {
            return json.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log of acts holds JSON", e);
        }
    }
}
