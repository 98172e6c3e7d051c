package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentService;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    private final Registry registry;
    private final DocumentService documents;
    private final CurrentActor actor;

    CaseController(
            RoundOverview overview,
            Cases cases,
            Rounds rounds,
            Registry registry,
            DocumentService documents,
            CurrentActor actor) {
        this.overview = overview;
        this.cases = cases;
        this.rounds = rounds;
        this.registry = registry;
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
        requireReadable(caseNo);
        return documents.list(caseNo).stream()
                .map(document -> Map.<String, Object>of(
                        "id", document.id(), "kind", document.kind().name(), "title", document.title()))
                .toList();
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        Document document = documents.find(id).orElseThrow(() -> Refusal.notFound("没有这个文件,或您无权查看"));
        requireReadable(document.scope());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.title() + ".pdf", java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(documents.bytes(id));
    }

    private void requireReadable(String scope) {
        if (actor.isMemberOf(Groups.PROVINCE_OFFICE)) {
            return;
        }
        EvaluationCase found = cases.find(scope).orElseThrow(() -> Refusal.notFound("没有这个文件,或您无权查看"));
        boolean concerned = actor.isMemberOf(Groups.science(found.areaCode()))
                || actor.isMemberOf(Groups.industry(found.areaCode()))
                || registry.members(found.allianceId()).stream()
                        .map(Organisation::code)
                        .anyMatch(code -> actor.isMemberOf(Groups.org(code)));
        if (!concerned) {
            throw Refusal.notFound("没有这个文件,或您无权查看");
        }
    }
}
