package cn.lianping.document;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Whether the platform issued what somebody holds. Anybody may ask, so it tells what stands on the paper anyway and
 * nothing of its content; of confidential kinds only the day on which they were issued.
 */
@Service
class DocumentCheck {

    private static final Pattern CODE = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{64}");

    private final DocumentService documents;

    DocumentCheck(DocumentService documents) {
        this.documents = documents;
    }

    /**
     * What may be said of a document.
     *
     * @param label its kind; null for confidential ones
     * @param title null for confidential ones
     * @param version null for confidential ones
     * @param newerVersion whether there is a newer one; null for confidential ones
     * @param issuedOn the day, as people write it
     * @param sha256 of the issued file; null for confidential ones
     */
    record Found(
            @Nullable String label,
            @Nullable String title,
            @Nullable Integer version,
            @Nullable Integer newerVersion,
            String issuedOn,
            @Nullable String sha256) {

        /** Whether only the day may be said. */
        public boolean confidential() {
            return label == null;
        }
    }

    /**
     * By the printed code: 16 digits or the whole fingerprint, in any case, with blanks or hyphens between.
     *
     * @throws Refusal invalid, when it cannot be a code
     */
    Optional<Found> byCode(String typed) {
        String code = typed.replaceAll("[\\s\\-]", "").toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("校验码应为 16 位,由数字 0 至 9 和字母 A 至 F 组成,印在文件每页页脚;请核对后重新输入");
        }
        return documents.withCode(code).map(this::found);
    }

    /** By the file itself; its bytes are read once and not kept. */
    Optional<Found> byFile(InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return documents.withSha256(HexFormat.of().formatHex(digest.digest())).map(this::found);
    }

    private Found found(Document document) {
        String day = OfficialDate.day(document.createdAt());
        if (!document.kind().open()) {
            return new Found(null, null, null, null, day, null);
        }
        Integer newest = documents
                .latest(document.scope(), document.kind(), document.part())
                .map(Document::version)
                .orElse(document.version());
        return new Found(
                document.kind().label(),
                document.title(),
                document.version(),
                newest > document.version() ? newest : null,
                day,
                document.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
