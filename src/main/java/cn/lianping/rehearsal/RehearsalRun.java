package cn.lianping.rehearsal;

import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PlatformClock;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import cn.lianping.rehearsal.explore.Drawn;
import cn.lianping.rehearsal.explore.Exploration;
import cn.lianping.rehearsal.report.CoverageReport;
import cn.lianping.rehearsal.report.Failure;
import cn.lianping.rehearsal.report.ReplayReport;
import cn.lianping.rehearsal.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the process of a rehearsal does: deploys, plays, replays, reports. */
@RehearsalOnly
class RehearsalRun {

    private final DeployedModels deployed;
    private final PolicyService policies;
    private final Exploration exploration;

    RehearsalRun(DeployedModels deployed, PolicyService policies, Exploration exploration) {
        this.deployed = deployed;
        this.policies = policies;
        this.exploration = exploration;
    }

    Report run(Path folder, Progress progress) {
        long began = System.nanoTime();
        Request request = Request.read(folder);
        progress.tell(2, "部署流程图、表单与决策表");
        request.policies().forEach(policies::publish);
        Policy policy = policies.latest(request.policy()).orElseThrow();
        Drawn drawn = deploy(folder, request);
        Exploration.Found found = exploration.explore(
                drawn,
                policy,
                request.area(),
                Set.copyOf(request.staffed()),
                false,
                (share, title) -> progress.tell(5 + (int) (share * 60), "走查:" + title));
        List<Failure> failures = found.failures().all();
        CoverageReport coverage = found.coverage();
        double seconds = (System.nanoTime() - began) / 1e9;
        Runtime memory = Runtime.getRuntime();
        return new Report(
                "rehearsal",
                PlatformClock.at(request.startedAt()),
                PlatformClock.at(request.startedAt()).plus(Duration.ofMillis(Math.round(seconds * 1000))),
                seconds,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                failures.isEmpty() && coverage.missed() == 0,
                failures,
                coverage,
                found.cases(),
                new ReplayReport(0, 0, 0, 0, 0, List.of()));
    }

    private Drawn deploy(Path folder, Request request) {
        Map<String, String> files = Request.files(folder.resolve(Request.PROVINCE));
        deployed.deploy("试运行", null, files);
        Map<String, String> ofArea = Request.files(folder.resolve(Request.AREA));
        String area = request.area();
        if (area != null && !ofArea.isEmpty()) {
            deployed.deploy("试运行", area, ofArea);
        }
        Map<String, byte[]> all = new TreeMap<>();
        files.forEach((path, content) -> all.put(path, content.getBytes(StandardCharsets.UTF_8)));
        ofArea.forEach((path, content) -> all.put(path, content.getBytes(StandardCharsets.UTF_8)));
        return new Drawn(all);
    }
}
