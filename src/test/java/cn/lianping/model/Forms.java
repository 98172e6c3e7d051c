package cn.lianping.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged Camunda Forms as they lie in {@code forms/}. */
final class Forms {

    /**
     * One form.
     *
     * @param file its name without the ending
     */
    record Form(String file, JsonNode json) {

        /** Every component, also those inside groups. */
        List<JsonNode> components() {
            List<JsonNode> found = new ArrayList<>();
            collect(json.path("components"), found);
            return found;
        }

        private static void collect(JsonNode components, List<JsonNode> into) {
            for (JsonNode component : components) {
                into.add(component);
                collect(component.path("components"), into);
            }
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static final List<Form> ALL = read();
    static final Set<String> IDS =
            ALL.stream().map(form -> form.json().path("id").asText()).collect(Collectors.toUnmodifiableSet());

    private Forms() {}

    private static List<Form> read() {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .map(Forms::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Form(
                    name.substring(0, name.length() - ".form".length()), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
