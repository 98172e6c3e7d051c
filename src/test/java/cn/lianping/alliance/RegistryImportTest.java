package cn.lianping.alliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class RegistryImportTest {

    private RegistryDatabase database;
    private Map<String, byte[]> files;

    @BeforeEach
    void createDatabase() throws Exception {
        database = new RegistryDatabase();
        files = RegistryDatabase.example();
    }

    @Test
    void importsTheExample() {
        ImportReport report = database.imports.run(files);
        assertThat(report.problems()).isEmpty();
        assertThat(report.rows())
                .containsEntry("alliances.csv", 24)
                .containsEntry("organisations.csv", 170)
                .containsEntry("members.csv", 136);
        Registry registry = database.registry;
        Alliance alliance = registry.alliance("LN0001");
        assertThat(registry.findAlliancesLedBy(alliance.leadCode())).contains(alliance);
        assertThat(registry.members("LN0001")).extracting(Organisation::code).startsWith(alliance.leadCode());
        assertThat(registry.divisionsForField("冶金")).extracting(Division::code).containsExactly("I1", "S3");
        assertThat(registry.expertsForField("冶金"))
                .isNotEmpty()
                .allMatch(expert -> expert.field().equals("冶金"));
        assertThat(registry.areaName("SFQ000")).isEqualTo("沈抚示范区");
        assertThat(registry.kindName("institute")).isEqualTo("科研院所");
        assertThat(registry.chainNames()).hasSize(8);
        assertThat(database.events).singleElement().isInstanceOf(RegistryImported.class);
        assertThatThrownBy(() -> registry.alliance("LN9999"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void importingAgainChangesNothingAndAChangeReplaces() {
        database.imports.run(files);
        database.statements.set(0);
        assertThat(database.imports.run(files).problems()).isEmpty();
        assertThat(database.statements.get()).as("reads only").isLessThanOrEqualTo(9);
        assertThat(database.count("alliance_member")).isEqualTo(136);
        change("alliances.csv", "沈阳冶金产学研联盟001", "更名联盟");
        assertThat(database.imports.run(files).problems()).isEmpty();
        assertThat(database.registry.alliance("LN0001").name()).isEqualTo("更名联盟");
        assertThat(database.count("alliance")).isEqualTo(24);
    }

    @Test
    void namesTheBrokenRowAsASpreadsheetShowsItAndImportsNothing() {
        String[] lines = text("organisations.csv").split("\n");
        String right = lines[16].substring(0, 18);
        String wrong = right.substring(0, 17) + (right.charAt(17) == '0' ? '1' : '0');
        change("organisations.csv", right, wrong);
        assertThat(database.imports.run(files).problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("organisations.csv");
            assertThat(problem.row()).isEqualTo(17);
            assertThat(problem.column()).isEqualTo("code");
            assertThat(problem.problem()).contains("应为“" + right.charAt(17) + "”");
        });
        assertThat(database.count("organisation")).isZero();
        assertThat(database.events).isEmpty();
    }

    @Test
    void collectsAllProblems() {
        String lead =
                text("alliances.csv").lines().skip(1).findFirst().orElseThrow().split(",")[4];
        change("members.csv", "LN0001," + lead + "\n", "LN0002,unknown\n");
        change("divisions.csv", "S1,science", "S1,finance");
        change("experts.csv", "expert001,", "Expert001,");
        change("chains.csv", "list,chain", "list,name");
        assertThat(database.imports.run(files).problems())
                .extracting(ImportProblem::file, ImportProblem::column)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("alliances.csv", "lead"),
                        org.assertj.core.groups.Tuple.tuple("members.csv", "organisation"),
                        org.assertj.core.groups.Tuple.tuple("divisions.csv", "department"),
                        org.assertj.core.groups.Tuple.tuple("experts.csv", "expert"),
                        org.assertj.core.groups.Tuple.tuple("chains.csv", "chain"));
        assertThat(database.count("alliance")).isZero();
    }

    @Test
    void readsAByteOrderMarkAndPastUnitsAndRefusesOtherEncodings() {
        files.put("chains.csv", ("\uFEFF" + text("chains.csv")).getBytes(UTF_8));
        String[] experts = text("experts.csv").split("\n");
        String unit = experts[1].split(",")[3].strip();
        files.put(
                "experts.csv",
                ("expert,name,field,unit,past_units\nexpert001,甲,冶金," + unit + "," + unit).getBytes(UTF_8));
        assertThat(database.imports.run(files).problems()).isEmpty();
        assertThat(database.registry.expert("expert001").pastUnits()).containsExactly(unit);
        files.put("chains.csv", text("chains.csv").getBytes(Charset.forName("GBK")));
        assertThat(database.imports.run(files).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("UTF-8"));
    }

    @Test
    void refusesAMissingFileAndStopsAtTheLimit() {
        files.remove("experts.csv");
        StringBuilder rows = new StringBuilder("code,name,kind,area\n");
        rows.append("x,y,z,w\n".repeat(2000));
        files.put("organisations.csv", rows.toString().getBytes(UTF_8));
        assertThat(database.imports.run(files).problems())
                .hasSize(ImportProblems.LIMIT)
                .anySatisfy(problem -> assertThat(problem.file()).isEqualTo("experts.csv"));
    }

    @Test
    void importsTenThousandAlliancesInFewStatements() {
        Map<String, byte[]> many = new LinkedHashMap<>(files);
        StringBuilder organisations = new StringBuilder("code,name,kind,area\n");
        StringBuilder alliances = new StringBuilder("alliance,name,field,area,lead,filing_no\n");
        StringBuilder members = new StringBuilder("alliance,organisation\n");
        for (int i = 0; i < 10_000; i++) {
            String lead = code("91210100", i);
            String university = code("12210100", i);
            organisations.append(lead).append(",企业").append(i).append(",enterprise,210100\n");
            organisations.append(university).append(",大学").append(i).append(",university,210100\n");
            alliances.append("A%05d,联盟%d,冶金,210100,%s,BA%d\n".formatted(i, i, lead, i));
            members.append("A%05d,%s\nA%05d,%s\n".formatted(i, lead, i, university));
        }
        many.put("organisations.csv", organisations.toString().getBytes(UTF_8));
        many.put("alliances.csv", alliances.toString().getBytes(UTF_8));
        many.put("members.csv", members.toString().getBytes(UTF_8));
        many.put("experts.csv", "expert,name,field,unit\n".getBytes(UTF_8));
        database.statements.set(0);
        assertThat(database.imports.run(many).problems()).isEmpty();
        System.out.println("10,000 alliances: " + database.statements.get() + " statements");
        assertThat(database.count("alliance")).isEqualTo(10_000);
        assertThat(database.statements.get()).isLessThan(80);
    }

    private static String code(String head, int number) {
        String first17 = head + "%09d".formatted(number);
        return first17 + UnifiedSocialCreditCode.checkCharacter(first17);
    }

    private String text(String file) {
        byte[] bytes = files.get(file);
        assertThat(bytes).isNotNull();
        return new String(bytes, UTF_8).replace("\r\n", "\n");
    }

    private void change(String file, String from, String to) {
        assertThat(text(file)).contains(from);
        files.put(file, text(file).replace(from, to).getBytes(UTF_8));
    }
}
