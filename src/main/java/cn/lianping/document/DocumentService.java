package cn.lianping.document;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.identity.CurrentActor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Produces documents and keeps every version of them. */
@Service
public class DocumentService {

    private static final int CODE_LENGTH = 16;

    private final DocumentMapper mapper;
    private final PdfWriter writer;
    private final CheckAddress address;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    DocumentService(
            DocumentMapper mapper,
            PdfWriter writer,
            CheckAddress address,
            CurrentActor actor,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.writer = writer;
        this.address = address;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * SHA-256, lower-case hex, of kind, scope and model in canonical JSON. Its beginning is printed on every page, and a
     * seal is valid as long as the case's present model still gives it.
     */
    public static String fingerprint(DocumentKind kind, String scope, Map<String, Object> model) {
        return fingerprint(kind, scope, "", model);
    }

    private static String fingerprint(DocumentKind kind, String scope, String part, Map<String, Object> model) {
        Map<String, Object> content = new HashMap<>(Map.of("kind", kind.name(), "scope", scope, "model", model));
        if (!part.isEmpty()) {
            content.put("part", part);
        }
        return sha256(CanonicalJson.write(content).getBytes(StandardCharsets.UTF_8));
    }

    /** The code of a fingerprint that is printed and typed: its first 16 digits in capitals. */
    public static String code(String fingerprint) {
        return fingerprint.substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** A document of which its scope has one only; see the other method. */
    @Transactional
    public Document produce(DocumentKind kind, String scope, String title, Map<String, Object> model) {
        return produce(kind, scope, "", title, model);
    }

    /**
     * Produces a document. When the latest version has the same content, that one is returned and nothing is stored.
     *
     * @param scope case number or round number
     * @param part which one of its kind, see {@link DocumentKind}
     * @param model what the template of the kind shows, or {@code columns} and {@code rows} of a workbook; plain maps,
     *     lists, texts and numbers
     */
    @Transactional
    public Document produce(DocumentKind kind, String scope, String part, String title, Map<String, Object> model) {
        String fingerprint = fingerprint(kind, scope, part, model);
        Optional<Document> latest = mapper.findLatest(scope, kind, part);
        if (latest.isPresent()
                && latest.get().fingerprint().equals(fingerprint)
                && latest.get().title().equals(title)) {
            return latest.get();
        }
        int version = latest.map(document -> document.version() + 1).orElse(1);
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("documentTitle", title);
        shown.put("version", version);
        shown.put("fingerprint", fingerprint);
        shown.put("code", code(fingerprint));
        shown.put("checkAddress", address.text());
        byte[] bytes = kind.format() == DocumentKind.Format.XLSX
                ? WorkbookWriter.write(shown)
                : writer.write(kind.template(), shown);
        Document document = new Document(
                UUID.randomUUID().toString(),
                scope,
                kind,
                part,
                version,
                title,
                fingerprint,
                sha256(bytes),
                clock.millis(),
                actor.userId(),
                bytes.length);
        mapper.insert(document, bytes);
        audit.record(
                scope,
                "生成文件",
                document.id(),
                Map.of(
                        "kind", kind.name(),
                        "part", part,
                        "version", version,
                        "title", title,
                        "fingerprint", fingerprint,
                        "sha256", document.sha256()));
        return document;
    }

    /** The newest version. */
    public Optional<Document> latest(String scope, DocumentKind kind) {
        return latest(scope, kind, "");
    }

    /** The newest version of one of several of a kind. */
    public Optional<Document> latest(String scope, DocumentKind kind, String part) {
        return mapper.findLatest(scope, kind, part);
    }

    /** The newest document that carries the printed code, at least 16 digits of its fingerprint in lower case. */
    Optional<Document> withCode(String code) {
        return mapper.findByCode(code);
    }

    /** The document with exactly these bytes. */
    Optional<Document> withSha256(String sha256) {
        return mapper.findBySha256(sha256);
    }

    /** One document. */
    public Optional<Document> find(String id) {
        return mapper.find(id);
    }

    /** The file; not found is refused. */
    public byte[] bytes(String id) {
        DocumentMapper.Content content = mapper.findBytes(id);
        if (content == null) {
            throw Refusal.notFound("没有这个文件,请刷新页面后再试");
        }
        return content.bytes();
    }

    /** Every version of every document of a case or a round, oldest first. */
    public List<Document> list(String scope) {
        return mapper.list(scope);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
