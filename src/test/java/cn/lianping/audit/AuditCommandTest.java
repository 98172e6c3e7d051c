package cn.lianping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aWholeDatabaseUnderHomeIsReportedWhole() {
        try (TestDatabase database = inFile("data")) {
            AuditFixtures.log(database).record("2026-01", "round.opened", "2026-01", Map.of());
        }
        assertThat(run("verify", "--home", home.toString())).isZero();
        assertThat(text()).contains("链 2 条,记录 2 条", "完整").doesNotContain("断裂");
    }

    @Test
    void oneBrokenDatabaseAmongTwoIsNamedWithItsPlace() {
        try (TestDatabase whole = inFile("data");
                TestDatabase broken = inFile("walkthrough/data")) {
            AuditFixtures.log(whole).record("2026-01", "round.opened", "2026-01", Map.of());
            AuditFixtures.log(broken).record("2026-01", "round.opened", "2026-01", Map.of());
            broken.sql().update("UPDATE audit_entry SET actor = 'li' WHERE chain = '2026-01'");
        }
        assertThat(run("verify", "--home", home.toString())).isEqualTo(1);
        assertThat(text()).contains("完整", "断裂 1 处,第一处:链 2026-01 第 1 条");
    }

    @Test
    void aDatabaseInUseIsVerifiedBesideThePlatform() {
        try (TestDatabase database = inFile("data")) {
            AuditFixtures.log(database).record("2026-01", "round.opened", "2026-01", Map.of());
            assertThat(run("verify", "--home", home.toString())).isZero();
        }
    }

    @Test
    void aDatabaseGivenByItsAddressIsVerified() {
        try (TestDatabase database = new TestDatabase()) {
            assertThat(run("verify", "--url", database.url(), "--user", "sa")).isZero();
        }
    }

    @Test
    void noDatabaseIsNotTakenForAWholeOne() {
        assertThat(run("verify", "--home", home.toString())).isEqualTo(2);
        assertThat(run("verify", "--home", home.resolve("none").toString())).isEqualTo(2);
        assertThat(text()).contains("没有找到数据库").doesNotContain("完整");
    }

    @Test
    void aDatabaseWithoutTheLogIsNotTakenForAWholeOne() {
        assertThat(run("verify", "--url", "jdbc:h2:mem:empty")).isEqualTo(1);
        assertThat(text()).contains("读取失败").doesNotContain("完整");
    }

    @Test
    void anUnknownWordIsAnsweredWithTheUsage() {
        assertThat(run("repair")).isEqualTo(2);
        assertThat(run("verify", "--fix")).isEqualTo(2);
        assertThat(text()).contains("不认识的选项:--fix", "用法:bin/audit verify");
    }

    private TestDatabase inFile(String folder) {
        return new TestDatabase("jdbc:h2:file:" + home.resolve(folder).resolve("lianping") + ";AUTO_SERVER=TRUE");
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new AuditCommand(out, Map.of()).run(List.of(arguments));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
