package cn.lianping.rehearsal.explore;

import static cn.lianping.pilot.PilotProcess.ACCEPT_PROJECT;
import static cn.lianping.pilot.PilotProcess.DRAFT_FUND_USE_PLAN;
import static cn.lianping.pilot.PilotProcess.FILE_PROJECT;
import static cn.lianping.pilot.PilotProcess.REPORT_FINAL;
import static cn.lianping.pilot.PilotProcess.REPORT_MIDTERM;
import static cn.lianping.pilot.PilotProcess.SELECT_PILOTS;
import static cn.lianping.rehearsal.explore.Player.answering;
import static java.util.Map.entry;

import cn.lianping.policy.Grant;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Passing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the steps of pilot projects are done (articles 7 and 8). */
@RehearsalOnly
class PilotPlayers {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal USUAL = BigDecimal.valueOf(3_000_000);

    private final World world;
    private final Passing passing;

    PilotPlayers(World world, Passing passing) {
        this.world = world;
        this.passing = passing;
    }

    Map<String, Player> all() {
        return Map.ofEntries(
                entry(SELECT_PILOTS, answering(this::selection)),
                entry(DRAFT_FUND_USE_PLAN, answering(this::plan)),
                entry(FILE_PROJECT, answering(task -> Map.of("outcome", "FILE", "filingNo", "试运行备案" + world.number()))),
                entry(REPORT_MIDTERM, answering(task -> report(task, "中期报告"))),
                entry(REPORT_FINAL, answering(task -> report(task, "总结报告"))),
                entry(ACCEPT_PROJECT, answering(task -> Map.of("outcome", "ACCEPTED", "opinion", "达到预期目标"))));
    }

    private Grant grant(String roundNo) {
        return world.rounds().policyOf(roundNo).grant();
    }

    private BigDecimal amount(String roundNo) {
        return grant(roundNo)
                .highest()
                .map(most -> most.multiply(WAN).min(USUAL))
                .orElse(USUAL);
    }

    private Map<String, Object> selection(AtHand task) {
        int pilots = task.play().script().pilots();
        if (pilots == 0) {
            return Map.of("noPilots", true, "noPilotsReason", "试运行:本批次不遴选");
        }
        BigDecimal amount = amount(task.businessKey());
        return Map.of(
                "budget",
                amount.multiply(BigDecimal.valueOf(pilots)).toPlainString(),
                "amount",
                amount.toPlainString(),
                "startsOn",
                passing.today().toString());
    }

    private Map<String, Object> plan(AtHand task) {
        String roundNo = world.cases().require(task.businessKey()).roundNo();
        Map<String, Object> form = new HashMap<>();
        List<Grant.Use> uses = grant(roundNo).uses();
        uses.forEach(use -> form.put("use_" + use.code(), "0"));
        form.put("use_" + uses.get(0).code(), amount(roundNo).toPlainString());
        LocalDate starts = LocalDate.parse(String.valueOf(task.shown().getOrDefault("startsOn", passing.today())));
        form.put("startsOn", starts.toString());
        form.put(
                "endsOn",
                starts.plusMonths(grant(roundNo).longestTermMonths().value()).toString());
        form.put("department", "science");
        form.put("division", "REHS");
        return form;
    }

    private Map<String, Object> report(AtHand task, String text) {
        String roundNo = world.cases().require(task.businessKey()).roundNo();
        Map<String, Object> form = new HashMap<>();
        form.put("report", "试运行" + text);
        grant(roundNo).uses().forEach(use -> form.put("spent_" + use.code(), "100"));
        return form;
    }
}
