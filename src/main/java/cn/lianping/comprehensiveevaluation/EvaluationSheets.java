package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.policy.Policy;
import cn.lianping.round.Cases;
import cn.lianping.round.Participation;
import cn.lianping.scoring.ReviewerSheet;
import cn.lianping.scoring.SheetAnswers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sheets of divisions and experts (article 5). A sheet handed in is locked; whoever has to correct one gives a new
 * version after the old one was taken back with reason and approver.
 */
@Service
public class EvaluationSheets {

    private static final int LONGEST_REASON = 1000;

    private final SheetMapper mapper;
    private final Cases cases;
    private final Participation participation;
    private final AuditLog audit;
    private final Clock clock;

    EvaluationSheets(SheetMapper mapper, Cases cases, Participation participation, AuditLog audit, Clock clock) {
        this.mapper = mapper;
        this.cases = cases;
        this.participation = participation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes in a sheet and locks it.
     *
     * @param seat the expert's seat, null for divisions
     * @param reasons one for each element, none empty
     * @param actor who acts; refused if they recommended the alliance
     */
    @Transactional
    Sheet submit(
            String caseNo,
            Sheet.Kind kind,
            String reviewer,
            @Nullable Integer seat,
            SheetAnswers answers,
            List<String> reasons,
            String actor) {
        participation.refuse(caseNo, actor, Set.of(Participation.RECOMMENDER), "您已办理该联盟的推荐,不能再参加评审评分;请由本单位其他人员办理");
        requireReasons(reasons);
        cases.lock(caseNo);
        List<Sheet> earlier = mapper.findSheets(caseNo).stream()
                .filter(s -> s.kind() == kind && s.reviewer().equals(reviewer))
                .toList();
        if (earlier.stream().anyMatch(s -> s.status() == Sheet.Status.VALID)) {
            throw Refusal.conflict("评审表已提交并锁定,不能再改;如须更正,请联系省厅办公室");
        }
        Sheet sheet = new Sheet(
                UUID.randomUUID().toString(),
                caseNo,
                kind,
                reviewer,
                earlier.size() + 1,
                seat,
                Sheet.Status.VALID,
                answers.total(),
                actor,
                clock.millis(),
                null,
                null,
                null);
        mapper.insertSheet(sheet);
        mapper.insertAnswers(IntStream.rangeClosed(1, Policy.ELEMENTS)
                .mapToObj(no -> new SheetMapper.Answer(sheet.sheetId(), no, answers.point(no), reasons.get(no - 1)))
                .toList());
        participation.record(caseNo, Participation.SCORER, actor);
        audit.record(
                caseNo,
                "提交评审表",
                sheet.sheetId(),
                Map.of(
                        "kind", kind.name(),
                        "reviewer", reviewer,
                        "version", sheet.version(),
                        "answers", answers.digits(),
                        "reasons", reasons));
        return sheet;
    }

    private static void requireReasons(List<String> reasons) {
        for (int no = 1; no <= Policy.ELEMENTS; no++) {
            if (reasons.size() < no || reasons.get(no - 1).isBlank()) {
                throw Refusal.invalid("要素 %d 缺少评分理由;请逐项说明理由".formatted(no));
            }
        }
    }

    /** Every version on a case, by kind, reviewer and version; for audit, never for reviewers or applicants. */
    List<Sheet> all(String caseNo) {
        return mapper.findSheets(caseNo);
    }

    /** The valid sheets of one kind. */
    List<Sheet> valid(String caseNo, Sheet.Kind kind) {
        return mapper.findSheets(caseNo).stream()
                .filter(s -> s.kind() == kind && s.status() == Sheet.Status.VALID)
                .toList();
    }

    /** The reviewer's valid sheet. */
    Optional<Sheet> validOf(String caseNo, Sheet.Kind kind, String reviewer) {
        return valid(caseNo, kind).stream()
                .filter(s -> s.reviewer().equals(reviewer))
                .findAny();
    }

    /** The valid sheets of one kind with their ten answers, as the score is computed from them. */
    List<ReviewerSheet> toScore(String caseNo, Sheet.Kind kind) {
        Map<String, List<SheetMapper.Answer>> answers =
                mapper.findAnswers(caseNo).stream().collect(Collectors.groupingBy(SheetMapper.Answer::sheetId));
        return valid(caseNo, kind).stream()
                .map(sheet -> ReviewerSheet.of(
                        sheet.reviewer(),
                        SheetAnswers.ofMap(answers.getOrDefault(sheet.sheetId(), List.of()).stream()
                                .collect(Collectors.toMap(SheetMapper.Answer::elementNo, SheetMapper.Answer::point)))))
                .toList();
    }

    /**
     * Takes back all valid sheets, so that everybody is asked again: the party group returned the case (article 6.4).
     * Status and process of the case are the caller's.
     *
     * @param approver who decided it
     */
    @Transactional
    public void reopenAll(String caseNo, String reason, String approver) {
        cases.lock(caseNo);
        mapper.findSheets(caseNo).stream()
                .filter(s -> s.status() == Sheet.Status.VALID)
                .forEach(s -> end(s, Sheet.Status.SUPERSEDED, reason, approver));
    }

    /** Voids the valid sheet of an expert who has to step back; the answer is whether there was one. */
    @Transactional
    boolean voidOf(String caseNo, String expert, String reason, String by) {
        Optional<Sheet> sheet = validOf(caseNo, Sheet.Kind.EXPERT, expert);
        sheet.ifPresent(s -> end(s, Sheet.Status.VOID, reason, by));
        return sheet.isPresent();
    }

    private void end(Sheet sheet, Sheet.Status status, String reason, String by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("请说明理由,不超过 %d 字".formatted(LONGEST_REASON));
        }
        if (mapper.updateStatus(sheet.sheetId(), status, reason, by, clock.millis()) == 0) {
            throw Refusal.conflict("评审表的状态已变,请刷新后再试");
        }
        audit.record(
                sheet.caseNo(),
                status == Sheet.Status.VOID ? "评审表作废" : "评审表更正",
                sheet.sheetId(),
                Map.of("reviewer", sheet.reviewer(), "version", sheet.version(), "reason", reason, "approver", by));
    }
}
