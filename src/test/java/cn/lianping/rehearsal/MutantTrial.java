package cn.lianping.rehearsal;

import cn.lianping.rehearsal.MutantRun.Verdict;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Has mutants judged in processes of their own, some at a time so that their memory does not fill. */
final class MutantTrial {

    private static final int AT_ONCE = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    private MutantTrial() {}

    /** The packaged diagrams, by path. */
    static Map<String, byte[]> packaged() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn")) {
            String url = file.getURL().toString();
            files.put(url.substring(url.lastIndexOf("/processes/") + 1), file.getContentAsByteArray());
        }
        return files;
    }

    static List<Verdict> judge(List<Mutant> mutants, long minutes) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (int from = 0; from < mutants.size(); from += AT_ONCE) {
            verdicts.addAll(some(mutants.subList(from, Math.min(from + AT_ONCE, mutants.size())), minutes));
        }
        return verdicts;
    }

    private static List<Verdict> some(List<Mutant> mutants, long minutes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lianping-mutants-");
        try {
            JSON.writeValue(folder.resolve("mutants.json").toFile(), mutants);
            Process process = new JavaCommand("1g").start(MutantRun.class, folder, false);
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("not done in " + minutes + " minutes");
            }
            if (process.exitValue() != 0) {
                String log = Files.readString(folder.resolve(JavaCommand.LOG), StandardCharsets.UTF_8);
                throw new IllegalStateException(log.substring(Math.max(0, log.length() - 3000)));
            }
            return JSON.readValue(folder.resolve("verdicts.json").toFile(), new TypeReference<>() {});
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
