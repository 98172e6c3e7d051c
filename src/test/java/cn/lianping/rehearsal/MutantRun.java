package cn.lianping.rehearsal;

import cn.lianping.Refusal;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PackagedFiles;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import cn.lianping.rehearsal.explore.Drawn;
import cn.lianping.rehearsal.explore.Exploration;
import cn.lianping.rehearsal.report.Failure;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ConfigurableApplicationContext;

/** Rehearses mutants one after the other in one process: {@code mutants.json} of its folder, answers in {@code verdicts.json}. */
public final class MutantRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MutantRun() {}

    /**
     * What became of a mutant.
     *
     * @param by {@code check}, {@code rehearsal} or empty where it was missed
     */
    record Verdict(String mutant, String kind, String by, String why, long millis) {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Mutant> mutants =
                JSON.readValue(folder.resolve("mutants.json").toFile(), new TypeReference<List<Mutant>>() {});
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
        try (ConfigurableApplicationContext platform = Rehearsal.platform(folder)) {
            List<Verdict> verdicts = new ArrayList<>();
            MutantRun run = new MutantRun();
            Map<String, byte[]> files = run.deployPackaged(platform);
            for (Mutant mutant : mutants) {
                verdicts.add(run.judge(platform, files, mutant));
                JSON.writeValue(folder.resolve("verdicts.json").toFile(), verdicts);
            }
        }
        System.exit(0);
    }

    private Map<String, byte[]> deployPackaged(ConfigurableApplicationContext platform) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> designs = new TreeMap<>();
        platform.getBean(PackagedFiles.class).all().forEach((path, content) -> {
            if (path.startsWith("policy/")) {
                platform.getBean(PolicyService.class).publish(new String(content, StandardCharsets.UTF_8));
            } else {
                files.put(path, content);
                designs.put(path, new String(content, StandardCharsets.UTF_8));
            }
        });
        platform.getBean(DeployedModels.class).deploy("packaged", null, designs);
        return files;
    }

    private Verdict judge(ConfigurableApplicationContext platform, Map<String, byte[]> files, Mutant mutant) {
        long began = System.nanoTime();
        String deployment;
        try {
            deployment = platform.getBean(DeployedModels.class)
                    .deploy("mutant", null, Map.of(mutant.path(), mutant.xml()))
                    .get(0)
                    .deploymentId();
        } catch (Refusal refusal) {
            return verdict(mutant, "check", refusal.reason(), began);
        } catch (RuntimeException e) {
            return verdict(mutant, "check", String.valueOf(e.getMessage()), began);
        }
        try {
            Policy policy = platform.getBean(PolicyService.class)
                    .latestForArea("210000")
                    .orElseThrow();
            Map<String, byte[]> all = new TreeMap<>(files);
            all.put(mutant.path(), mutant.xml().getBytes(StandardCharsets.UTF_8));
            List<Failure> failures = platform.getBean(Exploration.class)
                    .explore(new Drawn(all), policy, null, Set.of(), true, (share, title) -> {})
                    .failures()
                    .all();
            return failures.isEmpty()
                    ? verdict(mutant, "", "", began)
                    : verdict(
                            mutant,
                            "rehearsal",
                            failures.get(0).element() + ": " + failures.get(0).what(),
                            began);
        } finally {
            platform.getBean(RepositoryService.class).deleteDeployment(deployment, true);
        }
    }

    private static Verdict verdict(Mutant mutant, String by, String why, long began) {
        return new Verdict(mutant.name(), mutant.kind(), by, why, (System.nanoTime() - began) / 1_000_000);
    }
}
