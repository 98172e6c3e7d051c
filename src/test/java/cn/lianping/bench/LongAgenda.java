package cn.lianping.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Registry;
import cn.lianping.alliance.RegistryImport;
import cn.lianping.engine.PlatformClock;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The party-group office with two hundred cases on its agenda, in a real browser. Not found by the name of its class: run
 * by {@code src/test/browser/run}, which has Chromium and the packages of node.
 */
@PlatformTest
@DisplayName("二百件的审议清单")
class LongAgenda {

    private static final int CASES = 200;

    /** What the browser decides, see {@code agenda/long.test.mjs}. */
    private static final Map<CaseStatus, Integer> DECIDED =
            Map.of(CaseStatus.DEFERRED, 3, CaseStatus.REJECTED_BY_DELIBERATION, 2, CaseStatus.CONFIRMED, 195);

    private final RegistryImport imports;
    private final Registry registry;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Jobs jobs;
    private final Cases cases;
    private final RuntimeService runtime;
    private final PlatformClock clock;
    private final JdbcTemplate sql;

    @LocalServerPort
    private int port;

    @Autowired
    LongAgenda(
            RegistryImport imports,
            Registry registry,
            CaseSteps steps,
            RoundSteps rounds,
            Jobs jobs,
            Cases cases,
            RuntimeService runtime,
            PlatformClock clock,
            JdbcTemplate sql) {
        this.imports = imports;
        this.registry = registry;
        this.steps = steps;
        this.rounds = rounds;
        this.jobs = jobs;
        this.cases = cases;
        this.runtime = runtime;
        this.clock = clock;
        this.sql = sql;
    }

    @Test
    void theMeetingDecidesAll() throws Exception {
        BenchRegistry alliances = new BenchRegistry(CASES, CASES);
        assertThat(imports.run(alliances.files()).problems()).isEmpty();
        String roundNo = rounds.open();
        scoredCases(roundNo, alliances);
        rounds.closeIntake(roundNo);
        rounds.compileAgenda(roundNo);

        Browsed browsed = browse(roundNo);
        assertThat(browsed.code()).as(browsed.said()).isZero();

        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        DECIDED.forEach((status, count) ->
                assertThat(cases.ofRound(roundNo, status)).as(status.chinese()).hasSize(count));
    }

    private void scoredCases(String roundNo, BenchRegistry alliances) {
        String model = steps.apply(roundNo, registry.alliance(alliances.alliance(0)));
        steps.toPreliminaryReview(model);
        steps.toComprehensiveEvaluation(model);
        steps.toScore(model);
        CopiedCases copies = new CopiedCases(sql, clock, alliances, roundNo, model);
        List<Integer> others = IntStream.range(1, CASES).boxed().toList();
        copies.insert(others, CaseStatus.AWAITING_DELIBERATION.name());
        copies.copySubmission();
        copies.copyEvaluation();
        copies.bind(others.stream()
                .map(n -> new Object[] {await(roundNo, alliances, n), CopiedCases.caseNo(roundNo, n)})
                .toList());
    }

    private String await(String roundNo, BenchRegistry alliances, int n) {
        return runtime.createProcessInstanceByKey(RoundProcess.ALLIANCE_EVALUATION)
                .businessKey(CopiedCases.caseNo(roundNo, n))
                .setVariables(Map.of(
                        "roundNo", roundNo,
                        "allianceId", alliances.alliance(n),
                        "leadCode", alliances.leadOf(n),
                        "area", alliances.areaOf(n)))
                .startBeforeActivity("gateway_awaitDeliberation")
                .execute()
                .getProcessInstanceId();
    }

    private record Browsed(int code, String said) {}

    private Browsed browse(String roundNo) throws Exception {
        Path pictures = Path.of("target", "screenshots").toAbsolutePath();
        Files.createDirectories(pictures);
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", "agenda/long.test.mjs")
                .directory(Path.of("src", "test", "browser").toFile())
                .redirectErrorStream(true);
        node.environment()
                .putAll(Map.of(
                        "LIANPING_URL",
                        "http://localhost:" + port,
                        "SCREENSHOTS",
                        pictures.toString(),
                        "ROUND",
                        roundNo,
                        "CASES",
                        String.valueOf(CASES)));
        Process process = node.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Browsed(process.waitFor(), said);
    }
}
