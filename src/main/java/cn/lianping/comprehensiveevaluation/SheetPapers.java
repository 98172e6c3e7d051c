package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Division;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.policy.Policy;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sheets (评审表) of a case on paper. They name reviewers, so who asks is checked before. A sheet is locked, so it is
 * printed when somebody needs it and always with the same content: ten thousand cases have eighty thousand of them.
 */
@Service
public class SheetPapers {

    private final SheetMapper mapper;
    private final Registry registry;
    private final Cases cases;
    private final Rounds rounds;
    private final DocumentService documents;

    SheetPapers(SheetMapper mapper, Registry registry, Cases cases, Rounds rounds, DocumentService documents) {
        this.mapper = mapper;
        this.registry = registry;
        this.cases = cases;
        this.rounds = rounds;
        this.documents = documents;
    }

    /** A sheet that can be printed. */
    public record Printable(String sheetId, String title) {}

    /** Every version of every sheet of the case, divisions first. */
    public List<Printable> of(String caseNo) {
        return mapper.findSheets(caseNo).stream()
                .map(sheet -> new Printable(sheet.sheetId(), title(sheet)))
                .toList();
    }

    /** The sheet on paper; refuses (not found) a sheet that is not of the case. */
    @Transactional
    public Document issue(String caseNo, String sheetId) {
        Sheet sheet = mapper.findSheets(caseNo).stream()
                .filter(one -> one.sheetId().equals(sheetId))
                .findAny()
                .orElseThrow(() -> Refusal.notFound("没有这份评审表,或您无权查看"));
        EvaluationCase found = cases.require(caseNo);
        Alliance alliance = registry.alliance(found.allianceId());
        List<Map<String, Object>> answers = new ArrayList<>();
        Policy policy = rounds.policyOf(found.roundNo());
        mapper.findAnswers(caseNo).stream()
                .filter(answer -> answer.sheetId().equals(sheetId))
                .forEach(answer -> answers.add(Map.of(
                        "no", answer.elementNo(),
                        "name", policy.element(answer.elementNo()).name(),
                        "point", answer.point() == 1 ? "1(符合)" : "0(不符合)",
                        "reason", answer.reason())));
        return documents.produce(
                DocumentKind.SCORE_SHEET,
                caseNo,
                sheetId,
                title(sheet),
                Map.of(
                        "caseNo", caseNo,
                        "round", rounds.require(found.roundNo()).title(),
                        "facts",
                                List.of(
                                        fact("联盟名称", alliance.name()),
                                        fact("评审人", reviewer(sheet)),
                                        fact("提交时间", OfficialDate.moment(sheet.submittedAt())),
                                        fact("状态", status(sheet))),
                        "answers", answers,
                        "total", sheet.total(),
                        "day", OfficialDate.day(sheet.submittedAt())));
    }

    private String title(Sheet sheet) {
        boolean division = sheet.kind() == Sheet.Kind.DIVISION;
        return "%s(%s%s)"
                .formatted(
                        division ? "管理评价意见表" : "专家评审表",
                        name(sheet),
                        sheet.version() == 1 ? "" : ",第 %d 版".formatted(sheet.version()));
    }

    String name(Sheet sheet) {
        return sheet.kind() == Sheet.Kind.EXPERT
                ? registry.expert(sheet.reviewer()).name()
                : registry.divisions().stream()
                        .filter(division -> division.code().equals(sheet.reviewer()))
                        .map(Division::name)
                        .findAny()
                        .orElse(sheet.reviewer());
    }

    private String reviewer(Sheet sheet) {
        if (sheet.kind() == Sheet.Kind.DIVISION) {
            return name(sheet);
        }
        Expert expert = registry.expert(sheet.reviewer());
        return "%s(%s),第 %d 席"
                .formatted(
                        expert.name(),
                        registry.organisation(expert.unitCode()).name(),
                        sheet.seat() == null ? 0 : sheet.seat());
    }

    private static String status(Sheet sheet) {
        String reason = sheet.statusReason() == null ? "" : ":" + sheet.statusReason();
        return switch (sheet.status()) {
            case VALID -> "有效";
            case VOID -> "作废" + reason;
            case SUPERSEDED -> "已被更正" + reason;
        };
    }

    private static Map<String, Object> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
