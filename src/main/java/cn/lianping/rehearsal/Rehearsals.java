package cn.lianping.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rehearsals (试运行) of what is to be put in force. One at a time runs, in a process of its own, so that nothing of the
 * running platform can be touched; the others wait.
 */
@Component
public class Rehearsals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RehearsalMapper mapper;
    private final RehearsalQueue queue;
    private final Clock clock;

    Rehearsals(RehearsalMapper mapper, RehearsalQueue queue, Clock clock) {
        this.mapper = mapper;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Starts a rehearsal, or puts it in the queue.
     *
     * @param files what the change holds, by path; the rest is what is in force
     * @param area the city whose own they are, null for the province
     * @return its id
     */
    public String start(Map<String, byte[]> files, @Nullable String changeId, @Nullable String area, String by) {
        String id = UUID.randomUUID().toString();
        Map<String, String> draft = new TreeMap<>();
        files.forEach((path, content) -> draft.put(path, new String(content, StandardCharsets.UTF_8)));
        try {
            mapper.insert(
                    new RehearsalRow(
                            id,
                            changeId,
                            contentHash(files),
                            area,
                            RehearsalRow.WAITING,
                            0,
                            "等待开始",
                            false,
                            by,
                            clock.millis(),
                            null),
                    JSON.writeValueAsString(draft));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        queue.look();
        return id;
    }

    /** The rehearsal with this id. */
    public Optional<RehearsalState> find(String id) {
        return Optional.ofNullable(mapper.find(id)).map(RehearsalRow::asState);
    }

    /** The last rehearsal of exactly these files. */
    public Optional<RehearsalState> latest(String contentHash) {
        return Optional.ofNullable(mapper.latestOfHash(contentHash)).map(RehearsalRow::asState);
    }

    /** The last rehearsal of the change. */
    public Optional<RehearsalState> latestOfChange(String changeId) {
        return Optional.ofNullable(mapper.latestOfChange(changeId)).map(RehearsalRow::asState);
    }

    /** A hash of the files, whatever their order. */
    public String contentHash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((path, content) -> {
                for (byte[] part : new byte[][] {path.getBytes(StandardCharsets.UTF_8), content}) {
                    // the length goes first, so that nothing moves from a name into a content
                    digest.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(part.length)
                            .array());
                    digest.update(part);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The report as JSON, once there is one. */
    public Optional<String> report(String id) {
        return Optional.ofNullable(mapper.report(id));
    }
}
