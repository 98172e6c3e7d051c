package cn.lianping.evidence;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in and gives them out. Who may do so is asked before, through {@link EvidenceAccess}. */
@Service
public class EvidenceService {

    /** The largest file, in bytes: 50 MB. */
    public static final long LIMIT = 50L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceService.class);
    private static final String NOT_SCANNED = "未配置病毒扫描";

    private final EvidenceMapper mapper;
    private final EvidenceStore store;
    private final @Nullable VirusScanner scanner;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EvidenceService(
            EvidenceMapper mapper,
            EvidenceStore store,
            ObjectProvider<VirusScanner> scanner,
            CurrentActor actor,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.store = store;
        this.scanner = scanner.getIfAvailable();
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        if (this.scanner == null) {
            LOG.warn("{}:上传的文件只核对类型与大小,不查毒", NOT_SCANNED);
        }
    }

    /** What is said about virus scanning where people ask: the scanner's name, or that there is none. */
    public String virusScan() {
        return scanner == null ? NOT_SCANNED : scanner.name();
    }

    /**
     * Checks a file and keeps it. The bytes pass through a temporary file, so that neither memory nor a database
     * connection is held while a slow line sends them.
     *
     * @param sentName the name the browser sent
     * @param bytes read up to one byte beyond the limit, not closed
     * @throws Refusal invalid, when the file is empty, too large, of a type that is not allowed, named as another type
     *     or infected; nothing is kept then
     */
    public Evidence upload(EvidenceSlot slot, String sentName, InputStream bytes) {
        String fileName = FileName.sanitised(sentName);
        try {
            Path file = Files.createTempFile("evidence", null);
            try {
                MessageDigest sha256 = sha256();
                long size = receive(bytes, file, sha256, fileName);
                FileType type = FileTypes.require(file, fileName);
                requireClean(file, fileName);
                return keep(slot, fileName, type, size, HexFormat.of().formatHex(sha256.digest()), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("文件“%s”未能保存".formatted(fileName), e);
        }
    }

    private static long receive(InputStream bytes, Path file, MessageDigest sha256, String fileName)
            throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > LIMIT) {
                    throw Refusal.invalid("“%s”超过 50 MB,未保存;请压缩或拆分后再上传".formatted(fileName));
                }
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Refusal.invalid("“%s”是空文件;请核对后重新选择".formatted(fileName));
        }
        return size;
    }

    private void requireClean(Path file, String fileName) throws IOException {
        if (scanner != null) {
            Optional<String> found = scanner.scan(file);
            if (found.isPresent()) {
                throw Refusal.invalid("“%s”含有病毒(%s),未保存;请清除后重新上传".formatted(fileName, found.get()));
            }
        }
    }

    private Evidence keep(EvidenceSlot slot, String fileName, FileType type, long size, String sha256, Path file) {
        Evidence evidence = new Evidence(
                UUID.randomUUID().toString(),
                slot.scope(),
                slot.kind(),
                slot.element(),
                slot.member(),
                slot.taskId(),
                fileName,
                type.contentType(),
                size,
                sha256,
                actor.userId(),
                clock.millis(),
                null);
        transaction.executeWithoutResult(status -> {
            mapper.insert(evidence);
            try (InputStream stored = Files.newInputStream(file)) {
                store.put(evidence.id(), stored);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            audit.record(
                    slot.scope(),
                    "上传文件",
                    evidence.id(),
                    Map.of(
                            "kind",
                            slot.kind().name(),
                            "fileName",
                            fileName,
                            "contentType",
                            type.contentType(),
                            "size",
                            size,
                            "sha256",
                            sha256,
                            "virusScan",
                            virusScan()));
        });
        return evidence;
    }

    /**
     * Notes that a newer file takes an older one's place. The older stays readable and leaves the lists.
     *
     * @throws Refusal invalid, when the two do not belong together; conflict, when the older was replaced before
     */
    public void replace(String olderId, String newerId) {
        Evidence older = require(olderId);
        Evidence newer = require(newerId);
        if (olderId.equals(newerId) || !older.scope().equals(newer.scope()) || older.kind() != newer.kind()) {
            throw Refusal.invalid("“%s”不能替换“%s”:两者不属于同一事项".formatted(newer.fileName(), older.fileName()));
        }
        transaction.executeWithoutResult(status -> {
            if (mapper.replace(olderId, newerId) == 0) {
                throw Refusal.conflict("“%s”已被替换;请刷新后再操作".formatted(older.fileName()));
            }
            audit.record(older.scope(), "替换文件", olderId, Map.of("replacedBy", newerId));
        });
    }

    /**
     * Keeps a file as the newer version of another, in one step.
     *
     * @throws Refusal as {@link #upload} and {@link #replace}; also when the older file lies in another place
     */
    public Evidence uploadInPlaceOf(String olderId, EvidenceSlot slot, String sentName, InputStream bytes) {
        Evidence older = require(olderId);
        boolean samePlace = older.scope().equals(slot.scope())
                && older.kind() == slot.kind()
                && Objects.equals(older.element(), slot.element())
                && Objects.equals(older.member(), slot.member());
        if (!samePlace) {
            throw Refusal.notFound("没有可替换的文件,请刷新页面后再试");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Evidence newer = upload(slot, sentName, bytes);
            replace(olderId, newer.id());
            return newer;
        }));
    }

    /** The files of a case, a round or a receipt with those that were replaced, oldest first. */
    public List<Evidence> history(String scope) {
        return mapper.history(scope);
    }

    /** The files in force of a case, a round or a receipt, oldest first. */
    public List<Evidence> list(String scope) {
        return mapper.list(scope, null);
    }

    /** The files in force of one kind, oldest first. */
    public List<Evidence> list(String scope, EvidenceKind kind) {
        return mapper.list(scope, kind);
    }

    /** A file, also one that was replaced. */
    public Optional<Evidence> find(String id) {
        return mapper.find(id);
    }

    /** A file; not found is refused. */
    public Evidence require(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("没有这个文件,请刷新页面后再试"));
    }

    /** The bytes of a file; the caller closes the stream. */
    public InputStream open(String id) {
        require(id);
        try {
            return store.open(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
