package cn.lianping.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells the waiting platform how far the rehearsal has come, through a file that is always whole. */
final class ProgressFile implements Progress {

    static final String PROGRESS = "progress.json";
    static final String REPORT = "report.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;

    ProgressFile(Path folder) {
        this.folder = folder;
    }

    /** What the file says. */
    record State(int percent, String text) {}

    @Override
    public void tell(int percent, String text) {
        write(PROGRESS, new State(percent, text));
    }

    void write(String name, Object content) {
        try {
            Path part = folder.resolve(name + ".part");
            JSON.writeValue(part.toFile(), content);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
