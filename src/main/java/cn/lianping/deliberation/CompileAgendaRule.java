package cn.lianping.deliberation;

import cn.lianping.deliberation.DeliberationMapper.Described;
import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 编制审议议程: which cases the party group sees. */
@Component
class CompileAgendaRule implements TaskRule {

    private final Deliberations deliberations;
    private final Cases cases;
    private final DeliberationMapper mapper;
    private final ScoresOfRound scores;

    CompileAgendaRule(Deliberations deliberations, Cases cases, DeliberationMapper mapper, ScoresOfRound scores) {
        this.deliberations = deliberations;
        this.cases = cases;
        this.mapper = mapper;
        this.scores = scores;
    }

    @Override
    public String taskKey() {
        return DeliberationProcess.COMPILE_AGENDA;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        String roundNo = task.businessKey();
        Map<String, ScoresOfRound.ScoreLine> lines = scores.of(roundNo);
        Map<String, Described> described =
                mapper.described(roundNo).stream().collect(Collectors.toMap(Described::caseNo, Function.identity()));
        List<EvaluationCase> awaiting = cases.ofRound(roundNo, CaseStatus.AWAITING_DELIBERATION);
        List<EvaluationCase> unfinished = deliberations.unfinished(roundNo);
        return Map.of(
                "awaitingCount", awaiting.size(),
                "unfinishedCount", unfinished.size(),
                "awaiting",
                        awaiting.stream()
                                .sorted(Comparator.comparingInt((EvaluationCase c) -> place(lines, c))
                                        .thenComparing(EvaluationCase::caseNo))
                                .map(c -> row(c, lines, described))
                                .toList(),
                "unfinished",
                        unfinished.stream()
                                .map(c -> Map.of(
                                        "caseNo",
                                        c.caseNo(),
                                        "alliance",
                                        describe(c, described).alliance(),
                                        "status",
                                        c.status().chinese()))
                                .toList());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String reason = data.ticked("leaveOutUnfinished") ? data.required("leaveOutReason", "不列入的理由") : null;
        task.route(DeliberationProcess.DELIBERATION_ID, deliberations.compile(task.businessKey(), reason));
    }

    @Override
    public void annul(Annulment annulment) {
        deliberations.discard(annulment.businessKey(), annulment.reason());
    }

    private static int place(Map<String, ScoresOfRound.ScoreLine> lines, EvaluationCase c) {
        ScoresOfRound.ScoreLine line = lines.get(c.caseNo());
        return line == null ? Integer.MAX_VALUE : line.place();
    }

    private static Map<String, Object> row(
            EvaluationCase c, Map<String, ScoresOfRound.ScoreLine> lines, Map<String, Described> described) {
        ScoresOfRound.ScoreLine line = lines.get(c.caseNo());
        Described known = describe(c, described);
        return Map.of(
                "place", line == null ? "" : String.valueOf(line.place()),
                "caseNo", c.caseNo(),
                "alliance", known.alliance(),
                "field", known.field(),
                "total", line == null ? "" : line.total().toPlainString());
    }

    private static Described describe(EvaluationCase c, Map<String, Described> described) {
        return described.getOrDefault(c.caseNo(), new Described(c.caseNo(), c.allianceId(), ""));
    }
}
