package cn.lianping.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal is asked to do, in a folder: {@code request.json}, the files under {@code province/} and {@code area/},
 * the finished rounds under {@code rounds/}.
 *
 * @param area the city whose own measures are rehearsed, null for the province
 * @param startedAt epoch milliseconds by the platform's clock
 * @param policies documents of all policies, in the order in which they are published; drafts last
 * @param policy id of the policy that generated rounds run by
 * @param staffed the groups that have members on the platform
 * @param leftOut finished cases that are not among the rounds, since they are too many
 * @param parent id of the process that waits for the report
 */
public record Request(
        @Nullable String area,
        long startedAt,
        List<String> policies,
        String policy,
        List<String> staffed,
        int leftOut,
        long parent) {

    static final String PROVINCE = "province";
    static final String AREA = "area";
    static final String ROUNDS = "rounds";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the request of a folder. */
    public static Request read(Path folder) {
        try {
            return JSON.readValue(folder.resolve("request.json").toFile(), Request.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it with its files. */
    void write(Path folder, Map<String, byte[]> province, Map<String, byte[]> ofArea) {
        try {
            put(folder.resolve(PROVINCE), province);
            put(folder.resolve(AREA), ofArea);
            JSON.writeValue(folder.resolve("request.json").toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IllegalArgumentException(file.getKey());
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** The files of the province or the area, by path. */
    static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any JSON of the folder. */
    static <T> T json(Path file, TypeReference<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
