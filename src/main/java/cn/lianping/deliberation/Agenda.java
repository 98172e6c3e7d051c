package cn.lianping.deliberation;

import cn.lianping.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agenda as the tab of the task shows it, and its drafts of decisions. */
@Service
public class Agenda {

    private static final int LONGEST_REASON = 1000;
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DeliberationMapper mapper;
    private final ScoresOfRound scores;

    Agenda(DeliberationMapper mapper, ScoresOfRound scores) {
        this.mapper = mapper;
        this.scores = scores;
    }

    /** A line of the tab. Scores are texts with their fixed number of places. */
    record Row(
            String caseNo,
            String alliance,
            String area,
            String field,
            @Nullable String divisionMean,
            @Nullable String expertMean,
            @Nullable String total,
            @Nullable Integer place,
            @Nullable DeliberationOutcome decision,
            @Nullable String reason) {}

    /** What the tab sends for one case; there is no field for a score. */
    record Draft(
            String caseNo,
            @Nullable String decision,
            @Nullable String reason) {}

    private record Choice(
            @Nullable DeliberationOutcome decision,
            @Nullable String reason) {}

    /** The cases on the open agenda of the round. */
    @Transactional(readOnly = true)
    List<Row> rows(String roundNo) {
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(roundNo);
        return mapper.items(open(roundNo).deliberationId()).stream()
                .map(item -> row(item, lines.get(item.caseNo())))
                .toList();
    }

    private static Row row(AgendaItem item, ScoresOfRound.@Nullable ScoreLine line) {
        return new Row(
                item.caseNo(),
                item.alliance(),
                item.area(),
                item.field(),
                line == null ? null : line.divisionMean().toPlainString(),
                line == null ? null : line.expertMean().toPlainString(),
                line == null ? null : line.total().toPlainString(),
                line == null ? null : Integer.valueOf(line.place()),
                item.decision(),
                item.reason());
    }

    /**
     * Keeps drafts; the cases that are not named keep theirs.
     *
     * @param json list of {@link Draft}
     * @return how many cases changed
     */
    @Transactional
    public int draft(String roundNo, String json) {
        List<Draft> drafts = read(json);
        Deliberation open = mapper.lock(open(roundNo).deliberationId());
        if (open == null || !Deliberation.OPEN.equals(open.status())) {
            throw Refusal.conflict("审议结果已登记,不能再修改决定");
        }
        Map<String, Choice> present = new HashMap<>();
        mapper.items(open.deliberationId()).forEach(i -> present.put(i.caseNo(), new Choice(i.decision(), i.reason())));
        Map<Choice, List<String>> changed = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Draft draft : drafts) {
            Choice before = present.get(draft.caseNo());
            if (before == null) {
                throw Refusal.invalid("案卷“" + draft.caseNo() + "”不在本次议程中;请刷新审议清单");
            }
            if (!seen.add(draft.caseNo())) {
                throw Refusal.invalid("案卷“" + draft.caseNo() + "”重复出现;每个案卷只能有一个决定");
            }
            Choice after = choice(draft);
            if (!after.equals(before)) {
                changed.computeIfAbsent(after, c -> new ArrayList<>()).add(draft.caseNo());
            }
        }
        // one statement for all cases of one choice: hundreds of confirmations are one
        changed.forEach((choice, caseNos) -> CaseNumbers.inPieces(
                caseNos, some -> mapper.draft(open.deliberationId(), some, choice.decision(), choice.reason())));
        return changed.values().stream().mapToInt(List::size).sum();
    }

    private static Choice choice(Draft draft) {
        String reason = draft.reason() == null || draft.reason().isBlank()
                ? null
                : draft.reason().strip();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.invalid(
                    "案卷 " + draft.caseNo() + " 的理由最多 " + LONGEST_REASON + " 字,现有 " + reason.length() + " 字");
        }
        if (draft.decision() == null || draft.decision().isBlank()) {
            return new Choice(null, reason);
        }
        for (DeliberationOutcome outcome : DeliberationOutcome.values()) {
            if (outcome.name().equals(draft.decision())) {
                return new Choice(outcome, reason);
            }
        }
        throw Refusal.invalid("案卷 " + draft.caseNo() + " 的决定“" + draft.decision() + "”不在可选范围内");
    }

    private static List<Draft> read(String json) {
        try {
            List<@Nullable Draft> drafts = STRICT.readValue(json, new TypeReference<List<@Nullable Draft>>() {});
            if (drafts == null || drafts.stream().anyMatch(d -> d == null || d.caseNo() == null)) {
                throw Refusal.invalid("每一行都须有案卷号");
            }
            return drafts.stream().map(Objects::requireNonNull).toList();
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.invalid("审议只确认得分,不能改写得分;不接受栏目“" + e.getPropertyName() + "”");
        } catch (JsonMappingException e) {
            throw Refusal.invalid("审议清单应为若干行,每行有案卷号、决定和理由");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("审议清单不是有效的 JSON");
        }
    }

    private Deliberation open(String roundNo) {
        Deliberation open = mapper.findOpen(roundNo);
        if (open == null) {
            throw Refusal.conflict("批次 " + roundNo + " 没有待审议的议程");
        }
        return open;
    }
}
