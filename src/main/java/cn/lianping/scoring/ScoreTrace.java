package cn.lianping.scoring;

import cn.lianping.Refusal;
import cn.lianping.policy.Policy;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one computation as canonical JSON: fields in fixed order, sheets sorted by reviewer, numbers as text. The
 * same inputs and policy always give the same bytes.
 */
public final class ScoreTrace {

    private static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private ScoreTrace() {}

    // the order of the components is the order of the fields in the text

    record Document(int format, String policy, int version, Inputs inputs, List<String> steps, Outcome result) {}

    record Inputs(int divisionsAsked, List<Sheet> divisions, List<Sheet> experts) {}

    record Sheet(String reviewer, String answers, int total) {}

    record Outcome(String kind, String divisionMean, String expertMean, String exact, String total, String message) {}

    static String scored(
            Policy policy,
            ScoringInput input,
            List<String> steps,
            Fraction division,
            Fraction expert,
            Fraction exact,
            BigDecimal total) {
        return write(
                policy,
                input,
                steps,
                new Outcome(
                        "scored", division.toString(), expert.toString(), exact.toString(), total.toPlainString(), ""));
    }

    static String insufficient(Policy policy, ScoringInput input, List<String> steps, String message) {
        return write(policy, input, steps, new Outcome("insufficient", "", "", "", "", message));
    }

    private static String write(Policy policy, ScoringInput input, List<String> steps, Outcome outcome) {
        Inputs inputs =
                new Inputs(input.divisionsAsked(), sheets(input.divisionSheets()), sheets(input.expertSheets()));
        return text(new Document(FORMAT, policy.id(), policy.version(), inputs, steps, outcome));
    }

    private static List<Sheet> sheets(List<ReviewerSheet> sheets) {
        return sheets.stream()
                .map(sheet -> new Sheet(sheet.reviewer(), sheet.digits(), sheet.total()))
                .toList();
    }

    /**
     * Computes again from a trace's inputs alone.
     *
     * @param trace as {@link ScoreResult#trace} gave it, or {@link #withoutReviewers}
     * @param policy the version the trace names; another is refused
     * @return the trace of the new computation; equal to the given one, byte by byte, unless somebody changed it
     */
    public static String replay(String trace, Policy policy) {
        Document document = read(trace);
        if (!document.policy().equals(policy.id()) || document.version() != policy.version()) {
            throw Refusal.conflict(
                    "计算记录依据政策 %s 第 %d 版,不能用 %s 重算".formatted(document.policy(), document.version(), policy.label()));
        }
        Inputs inputs = document.inputs();
        return Scoring.compute(
                        policy,
                        new ScoringInput(
                                reviewerSheets(inputs.divisions()),
                                inputs.divisionsAsked(),
                                reviewerSheets(inputs.experts())))
                .trace();
    }

    /** The steps of the computation in words, in order; they name no reviewer. */
    public static List<String> steps(String trace) {
        return List.copyOf(read(trace).steps());
    }

    private static List<ReviewerSheet> reviewerSheets(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> new ReviewerSheet(
                        sheet.reviewer(),
                        sheet.total(),
                        sheet.answers().isEmpty() ? null : SheetAnswers.ofDigits(sheet.answers())))
                .toList();
    }

    /**
     * The same trace for applicants: reviewers are numbered within their kind (处室01, 专家01). The numbers follow the
     * answers, so they tell nothing about who is who, and the result can still be replayed.
     */
    public static String withoutReviewers(String trace) {
        Document document = read(trace);
        Inputs inputs = document.inputs();
        return text(new Document(
                document.format(),
                document.policy(),
                document.version(),
                new Inputs(
                        inputs.divisionsAsked(), numbered("处室", inputs.divisions()), numbered("专家", inputs.experts())),
                document.steps(),
                document.result()));
    }

    private static List<Sheet> numbered(String kind, List<Sheet> sheets) {
        List<Sheet> byAnswers = sheets.stream()
                .sorted(Comparator.comparingInt(Sheet::total)
                        .thenComparing(Sheet::answers)
                        .reversed())
                .toList();
        List<Sheet> numbered = new ArrayList<>();
        for (Sheet sheet : byAnswers) {
            numbered.add(new Sheet("%s%02d".formatted(kind, numbered.size() + 1), sheet.answers(), sheet.total()));
        }
        return numbered;
    }

    private static Document read(String trace) {
        @Nullable Document document;
        try {
            document = JSON.readValue(trace, Document.class);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("计算记录无法读取:" + e.getOriginalMessage());
        }
        if (document == null || document.inputs() == null || document.format() != FORMAT) {
            throw Refusal.invalid("计算记录格式不对");
        }
        return document;
    }

    private static String text(Document document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
