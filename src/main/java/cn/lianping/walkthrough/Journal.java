package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was done, one JSON line per act in {@code trace.json}; a later run reads it and leaves out what is there. An act
 * on a task is noted before it is sent, so that one cut off in between is recognised.
 */
final class Journal {

    private final Path trace;
    private final Path intent;
    private final Set<String> done = new LinkedHashSet<>();

    Journal(Path directory) {
        this.trace = directory.resolve("trace.json");
        this.intent = directory.resolve("unfinished-act.json");
        try {
            Files.createDirectories(directory);
            if (Files.exists(trace)) {
                for (String line : Files.readAllLines(trace, StandardCharsets.UTF_8)) {
                    done.add(Answer.JSON.readTree(line).path("act").asText());
                }
            }
        } catch (IOException e) {
            throw new Unexpected("无法读写 " + trace + ":" + e.getMessage(), e);
        }
    }

    boolean has(String act) {
        return done.contains(act);
    }

    /** How many acts of a kind were done; acts are named {@code kind/…}. */
    int count(String kind) {
        return (int) done.stream().filter(act -> act.startsWith(kind + "/")).count();
    }

    boolean empty() {
        return done.isEmpty();
    }

    /** Notes an act on a task that is about to be sent. */
    void intend(String act, String taskId, String who, String what, String subject) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("act", act);
        line.put("task", taskId);
        line.put("who", who);
        line.put("what", what);
        line.put("case", subject);
        write(intent, line, false);
    }

    /** The act that was about to be sent when the last run was cut off; a missing node where there is none. */
    JsonNode interrupted() {
        try {
            JsonNode node = Files.exists(intent) ? Answer.JSON.readTree(intent.toFile()) : MissingNode.getInstance();
            return has(node.path("act").asText()) ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(String act, String at, String who, String what, String subject) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("at", at);
        line.put("who", who);
        line.put("what", what);
        line.put("case", subject);
        line.put("act", act);
        write(trace, line, true);
        done.add(act);
    }

    private static void write(Path file, Map<String, String> line, boolean append) {
        try {
            String text = Answer.JSON.writeValueAsString(line) + "\n";
            if (append) {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
