package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.past.RecordedEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person did, as the log has it. What the platform did by itself is no act: it has to follow.
 *
 * @param key case or round as recorded
 * @param subject task, process, expert or whatever it was done to
 * @param name of the task as people read it
 */
record Act(Kind kind, String key, long at, String actor, String subject, String name, JsonNode details) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACED_BY_ORDER = "\"指定补派\"";

    /** What one transaction records stands so close together. */
    static final long AT_ONCE_MILLIS = 2000;

    enum Kind {
        START,
        COMPLETE,
        WITHDRAW,
        OBJECT,
        RECUSE,
        RETURN,
        TAKE_BACK,
        ADD_SIGNER,
        REMOVE_SIGNER
    }

    /** The acts among the entries of a case or round. */
    static List<Act> in(String key, List<RecordedEntry> entries) throws UnreadableRecordException {
        List<Act> acts = new ArrayList<>();
        for (RecordedEntry entry : entries) {
            JsonNode details = json(entry);
            kind(entry, details)
                    .ifPresent(kind -> acts.add(new Act(
                            kind,
                            key,
                            entry.at(),
                            entry.actor(),
                            entry.subject(),
                            entry.act().substring(entry.act().indexOf(':') + 1),
                            details)));
        }
        return acts;
    }

    private static Optional<Kind> kind(RecordedEntry entry, JsonNode details) {
        String act = entry.act();
        int colon = act.indexOf(':');
        return Optional.ofNullable(
                switch (colon < 0 ? act : act.substring(0, colon)) {
                    case "发起流程" -> Kind.START;
                    case "办结任务" -> Kind.COMPLETE;
                    case "状态变更" -> entry.subject().equals("WITHDRAWN") ? Kind.WITHDRAW : null;
                    case "收到异议" -> details.path("channel").asText().equals("WEB") ? Kind.OBJECT : null;
                    case "专家回避" -> details.path("ground").asText().equals("ORDERED") ? Kind.RECUSE : null;
                    case "退回" -> Kind.RETURN;
                    case "撤回" -> Kind.TAKE_BACK;
                    case "加签" -> Kind.ADD_SIGNER;
                    case "减签" -> Kind.REMOVE_SIGNER;
                    default -> null;
                });
    }

    /** @throws UnreadableRecordException if what is on record of the act is no JSON object */
    private static JsonNode json(RecordedEntry entry) throws UnreadableRecordException {
        try {
            JsonNode details = JSON.readTree(entry.details());
            if (details != null && details.isObject()) {
                return details;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(entry, ":" + e.getOriginalMessage());
        }
        throw unreadable(entry, "");
    }

    private static UnreadableRecordException unreadable(RecordedEntry entry, String why) {
        return new UnreadableRecordException("记录第 %d 条“%s”读不出,不能重演%s".formatted(entry.seq(), entry.act(), why));
    }

    /** Whether it was done to an open task, which its subject names. */
    boolean isAtTask() {
        return switch (kind) {
            case COMPLETE, RETURN, ADD_SIGNER, REMOVE_SIGNER -> true;
            case START, WITHDRAW, OBJECT, RECUSE, TAKE_BACK -> false;
        };
    }

    /** What was entered, as a form sends it. */
    Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        details.path("form").properties().forEach(field -> form.put(field.getKey(), value(field.getValue())));
        return form;
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            List<String> many = new ArrayList<>();
            node.forEach(one -> many.add(one.asText()));
            return many;
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    /** Whom staff named to sit there instead of the recused expert; empty if the reserve was taken. */
    Optional<String> replacement(List<RecordedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.at() >= at
                        && entry.act().equals("补派专家")
                        && entry.details().contains(PLACED_BY_ORDER))
                .findFirst()
                .filter(entry -> entry.at() - at < AT_ONCE_MILLIS)
                .map(RecordedEntry::subject);
    }
}
