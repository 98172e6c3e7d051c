package cn.lianping.rehearsal;

import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PlatformClock;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import cn.lianping.rehearsal.explore.Drawn;
import cn.lianping.rehearsal.explore.Exploration;
import cn.lianping.rehearsal.replay.Replays;
import cn.lianping.rehearsal.report.CoverageReport;
import cn.lianping.rehearsal.report.Failure;
import cn.lianping.rehearsal.report.ReplayReport;
import cn.lianping.rehearsal.report.Report;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
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
    private final Replays replays;

    RehearsalRun(DeployedModels deployed, PolicyService policies, Exploration exploration, Replays replays) {
        this.deployed = deployed;
        this.policies = policies;
        this.exploration = exploration;
        this.replays = replays;
    }

    Report run(Path folder, Progress progress) {
        long began = System.nanoTime();
        Request request = Request.read(folder);
        progress.tell(2, "部署流程图、表单与决策表");
        Drawn drawn = deploy(folder, request);
        Policy policy = policies.latest(request.policy()).orElseThrow();
        Exploration.Found found = exploration.explore(
                drawn,
                policy,
                request.area(),
                Set.copyOf(request.staffed()),
                false,
                (share, title) -> progress.tell(5 + (int) (share * 60), "走查:" + title));
        List<Failure> failures = found.failures().all();
        CoverageReport coverage = found.coverage();
        ReplayReport replay = replay(folder, request, drawn, progress);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Report(
                "rehearsal",
                PlatformClock.at(request.startedAt()),
                PlatformClock.at(request.startedAt()).plus(Duration.ofMillis(Math.round(seconds * 1000))),
                seconds,
                highestHeapMb(),
                failures.isEmpty() && coverage.missed() == 0,
                failures,
                coverage,
                found.cases(),
                replay);
    }

    /** The finished rounds of the folder, done again under what was deployed. */
    ReplayReport replay(Path folder, Request request, Drawn drawn, Progress progress) {
        return replays.replay(
                folder.resolve(Request.ROUNDS),
                drawn,
                request.area(),
                request.leftOut(),
                (share, title) -> progress.tell(65 + (int) (share * 34), title));
    }

    /** Publishes the policies and deploys the files of the request. */
    Drawn deploy(Path folder, Request request) {
        request.policies().forEach(policies::publish);
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

    /** The most that was ever used of each part of the heap, together. */
    private static long highestHeapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
