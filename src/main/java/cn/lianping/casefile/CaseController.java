package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentService;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of a round for the province's office, and the documents of a case for those whom it concerns. */
@RestController
@RequestMapping("/camunda/api/lianping")
class CaseController {

    private final RoundOverview overview;
    private final Cases cases;
    private final Rounds rounds;
    private final Reader reader;
    private final DocumentService documents;
    private final CurrentActor actor;

    CaseController(
            RoundOverview overview,
            Cases cases,
            Rounds rounds,
            Reader reader,
            DocumentService documents,
            CurrentActor actor) {
        this.overview = overview;
        this.cases = cases;
        this.rounds = rounds;
        this.reader = reader;
        this.documents = documents;
        this.actor = actor;
    }

    @GetMapping("/rounds/{roundNo}/cases")
    List<Map<String, Object>> cases(@PathVariable String roundNo) {
        if (!actor.isMemberOf(Groups.PROVINCE_OFFICE)) {
            throw Refusal.forbidden("批次总表只对省厅承办处室开放");
        }
        rounds.require(roundNo);
        return overview.of(roundNo);
    }

    @GetMapping("/cases/{caseNo}/documents")
    List<Map<String, Object>> documents(@PathVariable String caseNo) {
        EvaluationCase found = reader.require(caseNo);
        return documents.list(caseNo).stream()
                .filter(document -> reader.mayRead(found, document))
                .map(document -> Map.<String, Object>of(
                        "id", document.id(),
                        "kind", document.kind().name(),
                        "title", document.title(),
                        "version", document.version(),
                        "fileName", document.fileName()))
                .toList();
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        Document document =
                documents.find(id).filter(this::readable).orElseThrow(() -> Refusal.notFound("没有这个文件,或您无权查看"));
        return Downloads.of(document, documents.bytes(id));
    }

    /** By what the reader may read of the case or the round. */
    private boolean readable(Document document) {
        return cases.find(document.scope())
                .map(found -> reader.mayRead(found, document))
                .orElseGet(() -> reader.mayReadOfRound(document));
    }
}
