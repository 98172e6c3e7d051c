package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.past.Past;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry that the finished rounds refer to, in the same tables. */
@RehearsalOnly
class RegistryCopy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "[A-Za-z_]+";

    private final JdbcTemplate database;

    RegistryCopy(JdbcTemplate database) {
        this.database = database;
    }

    /** Takes over what the folder has. */
    void read(Path folder) {
        Path file = folder.resolve(Past.REGISTRY);
        if (!Files.exists(file)) {
            return;
        }
        try {
            JSON.readValue(
                            file.toFile(),
                            new TypeReference<LinkedHashMap<String, List<LinkedHashMap<String, Object>>>>() {})
                    .forEach((table, rows) -> rows.forEach(row -> insert(table, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(String table, Map<String, Object> row) {
        if (!table.matches(NAME) || !row.keySet().stream().allMatch(column -> column.matches(NAME))) {
            throw new IllegalArgumentException(table + row.keySet());
        }
        String columns = String.join(", ", row.keySet());
        String marks = row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        database.update(
                "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks),
                row.values().toArray());
    }
}
