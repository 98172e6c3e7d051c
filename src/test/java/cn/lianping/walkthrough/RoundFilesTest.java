package cn.lianping.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundFilesTest {

    private static final Path EXAMPLE = Path.of("db/demo/round-2026");

    @TempDir
    Path copy;

    @BeforeEach
    void copyExample() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void exampleIsReadWhole() {
        RoundFiles files = RoundFiles.read(EXAMPLE);

        assertThat(files.alliances()).hasSize(24);
        assertThat(files.elementsOf("LN0001")).hasSize(10);
        assertThat(files.reviewsOf("LN0005", 1).get(0).elements()).containsExactly("4", "9");
        assertThat(files.panelOf("LN0001"))
                .containsExactly("expert036", "expert032", "expert031", "expert029", "expert035");
        assertThat(files.divisionSheetsOf("LN0001")).hasSize(2);
        assertThat(files.expertSheet("LN0003", "expert017").answers()).hasSize(10);
        assertThat(files.scenario().isWithdrawn("LN0016")).isTrue();
        assertThat(Scenario.some(files.scenario().objections()))
                .extracting(Scenario.Objection::mustBeRefused)
                .containsExactly(true, false, false);
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.delete(copy.resolve("panels.csv"));

        assertThatThrownBy(() -> RoundFiles.read(copy)).hasMessageContaining("panels.csv");
    }

    @Test
    void answerOtherThanZeroOrOneIsRefused() throws IOException {
        replace("sheets.csv", "LN0001,division,S3,1,", "LN0001,division,S3,2,");

        assertThatThrownBy(() -> RoundFiles.read(copy))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("e1");
    }

    @Test
    void missingElementIsRefused() throws IOException {
        Path file = copy.resolve("self_evaluation.csv");
        List<String> lines = Files.readAllLines(file);
        lines.removeIf(line -> line.startsWith("LN0001,7,"));
        Files.write(file, lines);

        assertThatThrownBy(() -> RoundFiles.read(copy)).hasMessageContaining("LN0001");
    }

    @Test
    void panelMemberWithoutSheetIsRefused() throws IOException {
        replace("panels.csv", "LN0001,1,expert036", "LN0001,1,expert001");

        assertThatThrownBy(() -> RoundFiles.read(copy)).hasMessageContaining("expert001");
    }

    @Test
    void unknownAllianceInScenarioIsRefused() throws IOException {
        replace("scenario.json", "\"LN0016\"", "\"LN9999\"");

        assertThatThrownBy(() -> RoundFiles.read(copy)).hasMessageContaining("LN9999");
    }

    private void replace(String name, String from, String to) throws IOException {
        Path file = copy.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
