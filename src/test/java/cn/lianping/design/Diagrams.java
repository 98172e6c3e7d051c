package cn.lianping.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged diagrams as they lie in {@code processes/}, each time anew, so that a test may break them. */
public final class Diagrams {

    private static final Path ROOT = Path.of("processes");

    private Diagrams() {}

    /** All of them, by file. */
    public static List<Diagram> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(Diagram.ENDING))
                    .sorted()
                    .map(Diagrams::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this process key. */
    public static Diagram of(String key) {
        return all().stream()
                .filter(diagram -> diagram.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Diagram read(Path file) {
        try {
            return DiagramReading.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
