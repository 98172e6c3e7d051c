package cn.lianping.alliance;

import cn.lianping.alliance.RegistryMapper.Chain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the difference between what was read and what the tables hold, one JDBC batch a table and kind of change. What
 * the files do not name stays: cases of earlier rounds refer to it.
 */
@Component
class RegistryWriter {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    RegistryWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(RegistryData read, RegistryData stored) {
        save(
                read.organisations,
                stored.organisations,
                "INSERT INTO organisation (name, kind, area, code) VALUES (?, ?, ?, ?)",
                "UPDATE organisation SET name = ?, kind = ?, area = ? WHERE code = ?",
                row -> new Object[] {row.name(), row.kind(), row.area(), row.code()});
        save(
                read.alliances,
                stored.alliances,
                "INSERT INTO alliance (name, field, area, lead_code, filing_no, alliance_id) VALUES (?, ?, ?, ?, ?, ?)",
                "UPDATE alliance SET name = ?, field = ?, area = ?, lead_code = ?, filing_no = ? WHERE alliance_id = ?",
                row -> new Object[] {
                    row.name(), row.field(), row.area(), row.leadCode(), row.filingNo(), row.id(),
                });
        replace(
                read.members,
                stored.members,
                "DELETE FROM alliance_member WHERE alliance_id = ?",
                "INSERT INTO alliance_member (alliance_id, organisation_code, seat_no) VALUES (?, ?, ?)",
                true);
        replaceChains(read.chains, stored.chains);
        save(
                read.divisions,
                stored.divisions,
                "INSERT INTO division (department, name, code) VALUES (?, ?, ?)",
                "UPDATE division SET department = ?, name = ? WHERE code = ?",
                row -> new Object[] {row.department(), row.name(), row.code()});
        replace(
                read.fields,
                stored.fields,
                "DELETE FROM division_field WHERE division = ?",
                "INSERT INTO division_field (division, field) VALUES (?, ?)",
                false);
        save(
                read.experts,
                stored.experts,
                "INSERT INTO expert (name, field, unit_code, user_id) VALUES (?, ?, ?, ?)",
                "UPDATE expert SET name = ?, field = ?, unit_code = ? WHERE user_id = ?",
                row -> new Object[] {row.name(), row.field(), row.unitCode(), row.userId()});
        replace(
                pastUnits(read.experts.values()),
                pastUnits(stored.experts.values()),
                "DELETE FROM expert_past_unit WHERE user_id = ?",
                "INSERT INTO expert_past_unit (user_id, unit_code) VALUES (?, ?)",
                false);
    }

    private <T> void save(
            Map<String, T> read, Map<String, T> stored, String insert, String update, Function<T, Object[]> values) {
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        read.forEach((id, row) -> {
            T old = stored.get(id);
            if (old == null) {
                inserts.add(values.apply(row));
            } else if (!old.equals(row)) {
                updates.add(values.apply(row));
            }
        });
        batch(insert, inserts);
        batch(update, updates);
    }

    private void replace(
            Map<String, List<String>> read,
            Map<String, List<String>> stored,
            String delete,
            String insert,
            boolean numbered) {
        List<Object[]> deletes = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        read.forEach((id, items) -> {
            List<String> old = stored.getOrDefault(id, List.of());
            boolean same = numbered ? old.equals(items) : Set.copyOf(old).equals(Set.copyOf(items));
            if (same) {
                return;
            }
            if (!old.isEmpty()) {
                deletes.add(new Object[] {id});
            }
            int number = 1;
            for (String item : items) {
                inserts.add(numbered ? new Object[] {id, item, number++} : new Object[] {id, item});
            }
        });
        batch(delete, deletes);
        batch(insert, inserts);
    }

    /** A list that the file names is replaced as a whole; other lists stay. */
    private void replaceChains(Set<Chain> read, Set<Chain> stored) {
        Set<String> lists = read.stream().map(Chain::listName).collect(Collectors.toSet());
        List<Object[]> deletes = stored.stream()
                .filter(chain -> lists.contains(chain.listName()) && !read.contains(chain))
                .map(chain -> new Object[] {chain.listName(), chain.chainName()})
                .toList();
        List<Object[]> inserts = read.stream()
                .filter(chain -> !stored.contains(chain))
                .map(chain -> new Object[] {chain.listName(), chain.chainName()})
                .toList();
        batch("DELETE FROM chain WHERE list_name = ? AND chain_name = ?", deletes);
        batch("INSERT INTO chain (list_name, chain_name) VALUES (?, ?)", inserts);
    }

    private static Map<String, List<String>> pastUnits(Collection<Expert> experts) {
        return experts.stream().collect(Collectors.toMap(Expert::userId, Expert::pastUnits));
    }

    private void batch(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }
}
