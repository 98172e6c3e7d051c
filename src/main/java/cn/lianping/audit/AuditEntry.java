package cn.lianping.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One act as it stands in the log.
 *
 * @param chain case number, round number or {@link AuditChain#PLATFORM}
 * @param seq place in the chain, from 1 without gaps
 * @param at when, in milliseconds since 1970 by the platform's clock
 * @param actor who acted (user id, "system" or "public")
 * @param act what was done, e.g. {@code evidence.uploaded}
 * @param subject what it was done to, e.g. a task, a file, a member unit
 * @param details canonical JSON object, see {@link CanonicalJson}
 * @param previousHash hash of the entry before it in the chain
 * @param hash SHA-256 in hex over all fields above
 */
public record AuditEntry(
        String chain,
        long seq,
        long at,
        String actor,
        String act,
        String subject,
        String details,
        String previousHash,
        String hash) {

    /** Places the act at the end of the chain. */
    static AuditEntry after(AuditChain head, long at, String actor, String act, String subject, String details) {
        long seq = head.lastSeq() + 1;
        String hash = hash(head.chain(), seq, at, actor, act, subject, details, head.lastHash());
        return new AuditEntry(head.chain(), seq, at, actor, act, subject, details, head.lastHash(), hash);
    }

    /** The hash that an entry with these contents must have. */
    String computedHash() {
        return hash(chain, seq, at, actor, act, subject, details, previousHash);
    }

    private static String hash(
            String chain,
            long seq,
            long at,
            String actor,
            String act,
            String subject,
            String details,
            String previousHash) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (String field :
                new String[] {chain, Long.toString(seq), Long.toString(at), actor, act, subject, details, previousHash
                }) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            // the length goes first, so that text moved from one field to the next changes the hash
            encoded.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            encoded.writeBytes(bytes);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
