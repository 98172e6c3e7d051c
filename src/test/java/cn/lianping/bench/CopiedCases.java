package cn.lianping.bench;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases that say what a model case says. The model went the whole way through forms and rules; doing that thousands of
 * times would take hours. The copies share the model's documents and evidence.
 */
final class CopiedCases {

    private final JdbcTemplate sql;
    private final Clock clock;
    private final BenchRegistry alliances;
    private final String roundNo;
    private final String model;

    /** @param model case number of the case that is copied */
    CopiedCases(JdbcTemplate sql, Clock clock, BenchRegistry alliances, String roundNo, String model) {
        this.sql = sql;
        this.clock = clock;
        this.alliances = alliances;
        this.roundNo = roundNo;
        this.model = model;
    }

    /** The number of the case of the n-th alliance, which applied as the n-th. */
    static String caseNo(String roundNo, int n) {
        return "%s-%04d".formatted(roundNo, n + 1);
    }

    /** Adds the cases of these alliances, which have no process instance yet. */
    void insert(Collection<Integer> numbers, String status) {
        long now = clock.millis();
        sql.batchUpdate("""
                INSERT INTO evaluation_case (case_no, round_no, alliance_id, area_code, lead_code, status, attempt,
                  process_instance_id, submitted_at, created_at, created_by)
                VALUES (?, ?, ?, ?, ?, ?, 1, '-', ?, ?, 'bench')""", numbers, 500, (statement, n) -> {
            statement.setString(1, caseNo(roundNo, n));
            statement.setString(2, roundNo);
            statement.setString(3, alliances.alliance(n));
            statement.setString(4, alliances.areaOf(n));
            statement.setString(5, alliances.leadOf(n));
            statement.setString(6, status);
            statement.setLong(7, now);
            statement.setLong(8, now);
        });
        sql.update(
                "UPDATE evaluation_round SET last_case_seq = last_case_seq + ? WHERE round_no = ?",
                numbers.size(),
                roundNo);
    }

    /** Claims, report and seals, of all cases that have no process instance yet. */
    void copySubmission() {
        copy(
                "element_claim",
                "element_no, version, met, statement, chain_name, facts, advice, advice_reason, filled_by, filled_at");
        copy("self_evaluation_report", "version, fingerprint, document_id, produced_at");
        copy(
                "seal",
                "member_code, report_version, evidence_id, sealed_by, sealed_at",
                "CASE WHEN m.member_code = l.lead_code THEN c.lead_code ELSE m.member_code END, m.report_version,"
                        + " m.evidence_id, m.sealed_by, m.sealed_at");
    }

    /** Everything from the review to a score, each case some hundredths below the one before. */
    void copyEvaluation() {
        copy(
                "review_opinion",
                "attempt, department, outcome, authentic, complete, elements, reason, reviewed_by, reviewed_at");
        copy("recommendation", "attempt, order_no, letter_no, opinion, recommended_by, recommended_at");
        copy("panel", "seed, pool, drawn_at, drawn_by, confirmed_at, confirmed_by, reason");
        copy("panel_seat", "seat, expert, drawn_expert");
        copy("panel_reserve", "place, expert");
        copy(
                "score",
                "computation_no, round_no, division_mean, expert_mean, total, exact_expert_mean, exact_total, trace,"
                        + " sha256, computed_at",
                """
                m.computation_no, m.round_no, m.division_mean - 0.1 * (CAST(RIGHT(c.case_no, 4) AS DECIMAL(8, 0)) - 1),
                m.expert_mean, CAST(CAST(m.total AS DECIMAL(8, 2)) - 0.03 * (CAST(RIGHT(c.case_no, 4) AS DECIMAL(8, 0)) - 1)
                  AS DECIMAL(8, 2)), m.exact_expert_mean, m.exact_total, m.trace, m.sha256, m.computed_at""");
    }

    private void copy(String table, String columns) {
        copy(table, columns, columns.replaceAll("(\\w+)", "m.$1"));
    }

    private void copy(String table, String columns, String values) {
        sql.update("""
                INSERT INTO %1$s (case_no, %2$s)
                SELECT c.case_no, %3$s
                FROM evaluation_case c JOIN %1$s m ON m.case_no = ? JOIN evaluation_case l ON l.case_no = ?
                WHERE c.process_instance_id = '-'""".formatted(table, columns, values), model, model);
    }

    /** Says which process instance a case has: pairs of instance and case number. */
    void bind(List<Object[]> instances) {
        sql.batchUpdate("UPDATE evaluation_case SET process_instance_id = ? WHERE case_no = ?", instances);
    }
}
