package cn.lianping.manual;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.manual.Chapter.Picture;
import cn.lianping.manual.Chapter.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("使用手册的内容")
class ManualTest {

    private static final Path BROWSER_TESTS = Path.of("src/test/browser");
    private static final Path TEXTS = Path.of("src/main/resources/manual");
    private static final Path PICTURES = Path.of("src/main/resources/static/manual");

    /** A call that takes a picture, with the name as a literal. */
    private static final Pattern TAKEN = Pattern.compile("\\b(?:look|picture)\\(\\s*\\w+,\\s*'([a-z0-9-]+)'");

    private final List<Chapter> chapters = new Manual().orderedFor(List.of());

    @Test
    @DisplayName("每个文件都是一页,每一步都写明做什么、何时、怎样操作")
    void stepsAreComplete() throws IOException {
        assertThat(names(TEXTS, ".json")).isEqualTo(new TreeSet<>(Manual.CHAPTERS));
        assertThat(chapters).hasSize(Manual.CHAPTERS.size());
        for (Chapter chapter : chapters) {
            assertThat(chapter.id()).isIn(Manual.CHAPTERS);
            assertThat(chapter.steps()).as(chapter.name()).isNotEmpty();
            for (Step step : chapter.steps()) {
                assertThat(Stream.of(step.title(), step.expected(), step.due()))
                        .as(chapter.name() + " " + step.title())
                        .noneMatch(String::isBlank);
                assertThat(step.where()).as(step.title()).isNotEmpty();
                assertThat(step.pictures()).as(step.title()).isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("每张图都由浏览器测试拍摄,没有多余的图")
    void picturesAreTakenByTests() throws IOException {
        Set<String> shown = chapters.stream()
                .flatMap(chapter -> chapter.steps().stream())
                .flatMap(step -> step.pictures().stream())
                .map(Picture::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(taken()).containsAll(shown);
        assertThat(names(PICTURES, ".png")).isEqualTo(shown);
    }

    private static Set<String> taken() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(BROWSER_TESTS, 2)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".test.mjs")).toList()) {
                TAKEN.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
