package cn.lianping.casefile;

import cn.lianping.casefile.Reader.Role;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.engine.CaseDiagrams;
import cn.lianping.round.EvaluationCase;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a case, and where it stands in its diagrams; for whom the case concerns. */
@RestController
@RequestMapping("/camunda/api/lianping/cases/{caseNo}")
class FlowController {

    private final FlowRecord record;
    private final CaseDiagrams diagrams;
    private final Reader reader;

    FlowController(FlowRecord record, CaseDiagrams diagrams, Reader reader) {
        this.record = record;
        this.diagrams = diagrams;
        this.reader = reader;
    }

    @GetMapping("/flow")
    List<FlowRecord.Line> flow(@PathVariable String caseNo) {
        return record.of(caseNo);
    }

    /** Who belongs to the alliance does not see how far the experts are. */
    @GetMapping("/diagrams")
    List<CaseDiagrams.View> diagrams(@PathVariable String caseNo) {
        EvaluationCase found = reader.require(caseNo);
        boolean applicant = reader.of(found) == Role.APPLICANT;
        return diagrams.of(caseNo).stream()
                .filter(view -> !applicant || !ComprehensiveEvaluationProcess.KEY.equals(view.key()))
                .toList();
    }
}
