package cn.lianping.casefile;

import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.evidence.Evidence;
import cn.lianping.evidence.EvidenceAccess;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.identity.Audience;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Everything of a round in one zip: a folder for each case with its documents, the evidence in force and its audit chain
 * as JSON lines, and an index with the SHA-256 of each file. One file at a time is held in memory.
 */
@Service
class RoundArchive {

    private static final int PAGE = 500;
    private static final String ROUND_FOLDER = "批次文件/";

    private final Cases cases;
    private final Registry registry;
    private final DocumentService documents;
    private final ApprovalSheet approvalSheet;
    private final EvidenceService evidence;
    private final EvidenceAccess access;
    private final AuditTrail trail;

    RoundArchive(
            Cases cases,
            Registry registry,
            DocumentService documents,
            ApprovalSheet approvalSheet,
            EvidenceService evidence,
            EvidenceAccess access,
            AuditTrail trail) {
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
        this.approvalSheet = approvalSheet;
        this.evidence = evidence;
        this.access = access;
        this.trail = trail;
    }

    /** Writes the archive; the reader's right was checked before. The stream is not closed. */
    void write(String roundNo, OutputStream out) throws IOException {
        try (ArchiveWriter zip = new ArchiveWriter(out)) {
            documents(zip, ROUND_FOLDER, roundNo, "");
            for (Evidence file : evidence.list(roundNo)) {
                evidence(zip, ROUND_FOLDER, "", file);
            }
            chain(zip, ROUND_FOLDER, roundNo, "");
            for (EvaluationCase found : cases.ofRound(roundNo)) {
                write(zip, found);
            }
            zip.finish();
        }
    }

    private void write(ArchiveWriter zip, EvaluationCase found) throws IOException {
        String caseNo = found.caseNo();
        String folder =
                "案卷/" + caseNo + " " + registry.alliance(found.allianceId()).name() + "/";
        approvalSheet.issue(found, Audience.OFFICE);
        documents(zip, folder + "文件/", caseNo, caseNo);
        for (Evidence file : access.visibleForCase(caseNo)) {
            evidence(zip, folder + "证据材料/", caseNo, file);
        }
        chain(zip, folder, caseNo, caseNo);
    }

    private void documents(ArchiveWriter zip, String folder, String scope, String caseNo) throws IOException {
        List<Document> all = documents.list(scope);
        Map<String, Integer> newest = new HashMap<>();
        all.forEach(one -> newest.merge(one.kind() + one.part(), one.version(), Math::max));
        for (Document one : all) {
            boolean inForce = Integer.valueOf(one.version()).equals(newest.get(one.kind() + one.part()));
            zip.add(
                    new ArchiveWriter.Item(
                            folder + (inForce ? "" : "历次版本/"),
                            "%s-第%d版.%s"
                                    .formatted(
                                            one.title(),
                                            one.version(),
                                            one.kind().format().extension()),
                            caseNo,
                            one.kind().label(),
                            OfficialDate.moment(one.createdAt()),
                            DocumentService.code(one.fingerprint()),
                            one.sha256()),
                    entry -> entry.write(documents.bytes(one.id())));
        }
    }

    private void evidence(ArchiveWriter zip, String folder, String caseNo, Evidence file) throws IOException {
        Integer element = file.element();
        String place = file.kind().label() + (element == null ? "" : "/要素%02d".formatted(element)) + "/";
        zip.add(
                new ArchiveWriter.Item(
                        folder + place,
                        file.fileName(),
                        caseNo,
                        file.kind().label(),
                        OfficialDate.moment(file.uploadedAt()),
                        "",
                        file.sha256()),
                entry -> {
                    try (InputStream bytes = evidence.open(file.id())) {
                        bytes.transferTo(entry);
                    }
                });
    }

    /** The chain as it stands: each line has the hash of the one before, so that anybody can verify it. */
    private void chain(ArchiveWriter zip, String folder, String chain, String caseNo) throws IOException {
        zip.add(new ArchiveWriter.Item(folder, "流转记录.jsonl", caseNo, "审计链", "", "", ""), entry -> {
            List<AuditEntry> page = trail.entriesAfter(chain, 0, PAGE);
            while (!page.isEmpty()) {
                for (AuditEntry one : page) {
                    entry.write((CanonicalJson.write(line(one)) + "\n").getBytes(StandardCharsets.UTF_8));
                }
                page = trail.entriesAfter(chain, page.get(page.size() - 1).seq(), PAGE);
            }
        });
    }

    private static Map<String, Object> line(AuditEntry one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("chain", one.chain());
        line.put("seq", one.seq());
        line.put("at", one.at());
        line.put("actor", one.actor());
        line.put("act", one.act());
        line.put("subject", one.subject());
        // the text itself, because the hash is over the text
        line.put("details", one.details());
        line.put("previousHash", one.previousHash());
        line.put("hash", one.hash());
        return line;
    }
}
