package cn.lianping.calendar;

import cn.lianping.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Repository;

/**
 * Loads the official calendars: the packaged years, then the files an administrator put into the folder
 * {@code calendar} of the application's home. A year in that folder replaces the packaged one, since the State Council
 * sometimes changes an arrangement during the year. A file that cannot be read stops the start, naming the file.
 */
@Repository
public class CalendarRepository {

    private static final Logger log = LoggerFactory.getLogger(CalendarRepository.class);

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path folder;
    private volatile Loaded loaded;

    private record Loaded(List<CalendarYear> years, OfficialCalendar calendar) {}

    /**
     * Reads everything once.
     *
     * @param home the application's home folder; its sub-folder {@code calendar} may be absent
     */
    public CalendarRepository(@Value("${lianping.home:./var}") Path home) {
        this.folder = home.resolve("calendar");
        this.loaded = load();
    }

    /** The calendar as last loaded. */
    public OfficialCalendar calendar() {
        return loaded.calendar();
    }

    /** The years as last loaded, ascending, each with its source. */
    public List<CalendarYear> years() {
        return loaded.years();
    }

    /** Reads the files again; when one of them is wrong it is refused and the calendar in use stays. */
    public void reload() {
        loaded = load();
    }

    private Loaded load() {
        Map<Integer, CalendarYear> years = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/calendar/*.json")) {
                try (InputStream in = resource.getInputStream()) {
                    CalendarYear year = read(in, String.valueOf(resource.getFilename()));
                    years.putIfAbsent(year.year(), year);
                }
            }
            for (Path file : filesOfAdministrator()) {
                try (InputStream in = Files.newInputStream(file)) {
                    CalendarYear year = read(in, String.valueOf(file.getFileName()));
                    if (years.put(year.year(), year) != null) {
                        log.warn("{} 年官方工作日历以管理员导入的 {} 为准", year.year(), file.getFileName());
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.invalid("官方工作日历无法读取:" + e.getMessage());
        }
        return new Loaded(List.copyOf(years.values()), new OfficialCalendar(years.values()));
    }

    private List<Path> filesOfAdministrator() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private CalendarYear read(InputStream in, String name) {
        try {
            return json.readValue(in, CalendarYear.class);
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw Refusal.invalid("官方工作日历文件 %s 有误:%s".formatted(name, refusal.getMessage()));
                }
            }
            throw Refusal.invalid("官方工作日历文件 %s 不符合格式:%s".formatted(name, e.getMessage()));
        }
    }
}
