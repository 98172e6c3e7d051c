package cn.lianping.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Runs one rehearsal in a process of its own and waits for its report. */
@Component
class RehearsalProcess {

    /** From so many finished cases on it takes minutes to replay them. */
    static final int MANY = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Preparation preparation;
    private final JavaCommand command;
    private final Duration longest;

    RehearsalProcess(
            Preparation preparation,
            JavaCommand command,
            @Value("${lianping.rehearsal.longest:PT30M}") Duration longest) {
        this.preparation = preparation;
        this.command = command;
        this.longest = longest;
    }

    /** How a rehearsal ended. */
    record Ending(boolean passed, String text, String report) {}

    /** The process ended without a report, or it took too long. */
    static final class BrokenOffException extends Exception {

        private static final long serialVersionUID = 1L;

        BrokenOffException(String message) {
            super(message);
        }
    }

    /**
     * Runs it.
     *
     * @throws BrokenOffException if there is no report in the end
     */
    Ending run(RehearsalRow rehearsal, Map<String, byte[]> draft, Progress progress)
            throws InterruptedException, BrokenOffException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lianping-rehearsal-");
            int replayed = preparation.prepare(folder, rehearsal, draft);
            Process process = command.start(Rehearsal.class, folder, replayed > MANY);
            try {
                watch(process, folder, progress);
            } finally {
                process.destroyForcibly();
            }
            return ending(folder, process);
        } catch (IOException e) {
            throw new BrokenOffException("试运行进程不能启动或读写:" + e.getMessage());
        } finally {
            FileSystemUtils.deleteRecursively(folder == null ? null : folder.toFile());
        }
    }

    private void watch(Process process, Path folder, Progress progress)
            throws InterruptedException, IOException, BrokenOffException {
        long until = System.nanoTime() + longest.toNanos();
        ProgressFile.State last = new ProgressFile.State(1, "正在启动试运行进程");
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            Path file = folder.resolve(ProgressFile.PROGRESS);
            if (Files.exists(file)) {
                last = JSON.readValue(file.toFile(), new TypeReference<>() {});
            }
            progress.tell(last.percent(), last.text());
            if (System.nanoTime() > until) {
                throw new BrokenOffException("超过 %d 分钟的时限".formatted(longest.toMinutes()));
            }
        }
    }

    private static Ending ending(Path folder, Process process) throws IOException, BrokenOffException {
        Path report = folder.resolve(ProgressFile.REPORT);
        if (process.exitValue() != 0 || !Files.exists(report)) {
            throw new BrokenOffException("试运行进程意外结束(退出码 %d)%s".formatted(process.exitValue(), lastWords(folder)));
        }
        String text = Files.readString(report, StandardCharsets.UTF_8);
        JsonNode json = JSON.readTree(text);
        return new Ending(json.path("passed").asBoolean(), summary(json), text);
    }

    private static String summary(JsonNode report) {
        JsonNode coverage = report.path("coverage");
        JsonNode replay = report.path("replay");
        return "%s:走过分支 %d/%d,发现问题 %d 个;重演办结案卷 %d 件,有差异 %d 件,卡住 %d 件"
                .formatted(
                        report.path("passed").asBoolean() ? "通过" : "未通过",
                        coverage.path("walked").asInt(),
                        coverage.path("branches").asInt()
                                - coverage.path("unreachable").asInt(),
                        report.path("failures").size(),
                        replay.path("total").asInt(),
                        replay.path("different").asInt(),
                        replay.path("stuck").asInt());
    }

    private static String lastWords(Path folder) throws IOException {
        Path log = folder.resolve(JavaCommand.LOG);
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> told = lines.filter(line -> line.startsWith("Caused by") || line.contains("Exception"))
                    .toList();
            return told.isEmpty() ? "" : ":" + told.get(told.size() - 1);
        }
    }
}
