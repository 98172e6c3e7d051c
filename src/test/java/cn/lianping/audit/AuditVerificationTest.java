package cn.lianping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditVerificationTest {

    private final TestDatabase database = new TestDatabase();
    private final AuditVerification verification = AuditFixtures.verification(database);

    @BeforeEach
    void twoCases() {
        AuditLog log = AuditFixtures.log(database);
        for (int n = 1; n <= 5; n++) {
            log.record("2026-01-0001", "act", "第" + n + "件", Map.of("n", n));
            log.record("2026-01-0002", "act", "第" + n + "件", Map.of("n", n));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUntouchedLogIsWhole() {
        AuditReport report = verification.verify();
        assertThat(report.whole()).isTrue();
        assertThat(report.chains()).isEqualTo(3);
        assertThat(report.entries()).isEqualTo(12);
    }

    @Test
    void anEditedEntryIsFound() {
        sql("UPDATE audit_entry SET details = '{\"n\":9}' WHERE chain = '2026-01-0001' AND seq = 3");
        broken("链 2026-01-0001 第 3 条:内容与其指纹不符:被改动");
    }

    @Test
    void anotherActorOrTimeIsFound() {
        sql("UPDATE audit_entry SET actor = 'li' WHERE chain = '2026-01-0001' AND seq = 1");
        sql("UPDATE audit_entry SET at = at - 1 WHERE chain = '2026-01-0002' AND seq = 5");
        broken("链 2026-01-0001 第 1 条:内容与其指纹不符:被改动", "链 2026-01-0002 第 5 条:内容与其指纹不符:被改动");
    }

    @Test
    void anEditWithARecomputedHashIsFoundAtTheNextEntry() {
        AuditEntry third = AuditFixtures.trail(database).entries("2026-01-0001").get(2);
        AuditEntry forged = forged(third, "{\"n\":9}");
        database.sql()
                .update(
                        "UPDATE audit_entry SET details = ?, hash = ? WHERE chain = ? AND seq = ?",
                        forged.details(),
                        forged.hash(),
                        forged.chain(),
                        forged.seq());
        broken("链 2026-01-0001 第 4 条:与前一条不相接:前一条被改动或替换,或本条为插入");
    }

    @Test
    void aReplacedLastEntryIsFound() {
        AuditEntry last = AuditFixtures.trail(database).entries("2026-01-0001").get(4);
        AuditEntry forged = forged(last, "{}");
        database.sql()
                .update(
                        "UPDATE audit_entry SET details = '{}', hash = ? WHERE chain = ? AND seq = 5",
                        forged.hash(),
                        forged.chain());
        broken("链 2026-01-0001 第 5 条:与链尾登记的指纹不符:末条被替换");
    }

    @Test
    void anEntryRemovedInTheMiddleIsFound() {
        sql("DELETE FROM audit_entry WHERE chain = '2026-01-0001' AND seq = 2");
        broken("链 2026-01-0001 第 2 条:缺失:被删除");
    }

    @Test
    void aRemovalHiddenByRenumberingIsFound() {
        sql("DELETE FROM audit_entry WHERE chain = '2026-01-0001' AND seq = 4");
        sql("UPDATE audit_entry SET seq = 4 WHERE chain = '2026-01-0001' AND seq = 5");
        sql("UPDATE audit_chain SET last_seq = 4 WHERE chain = '2026-01-0001'");
        assertThat(verification.verify().breaks())
                .allSatisfy(each -> assertThat(each.chain()).isEqualTo("2026-01-0001"))
                .extracting(AuditReport.Break::seq)
                .contains(4L);
    }

    @Test
    void entriesRemovedAtTheEndAreFound() {
        sql("DELETE FROM audit_entry WHERE chain = '2026-01-0001' AND seq >= 4");
        broken("链 2026-01-0001 第 4 条:第 4 至 5 条缺失:被删除(链尾登记 5 条)");
    }

    @Test
    void anInsertedEntryIsFound() {
        AuditEntry last = AuditFixtures.trail(database).entries("2026-01-0002").get(4);
        AuditEntry extra = AuditEntry.after(
                new AuditChain(last.chain(), last.seq(), last.hash()), last.at(), "li", "act", "s", "{}");
        database.mapper(AuditMapper.class).insertEntry(extra);
        broken("链 2026-01-0002 第 6 条:链尾登记只有 5 条,实有 6 条:其后为插入");
    }

    @Test
    void aRemovedChainIsFound() {
        sql("DELETE FROM audit_entry WHERE chain = '2026-01-0001'");
        sql("DELETE FROM audit_chain WHERE chain = '2026-01-0001'");
        broken("链 2026-01-0001:总链(platform)记有开立,但整链已不存在:整链被删除");
    }

    @Test
    void anEmptiedChainIsFound() {
        sql("DELETE FROM audit_entry WHERE chain = '2026-01-0001'");
        sql("UPDATE audit_chain SET last_seq = 0, last_hash = '" + AuditChain.GENESIS
                + "' WHERE chain = '2026-01-0001'");
        broken("链 2026-01-0001:没有任何记录,而链一经开立即有记录:全部记录被删除");
    }

    @Test
    void aRemovedHeadIsFound() {
        sql("DELETE FROM audit_chain WHERE chain = '2026-01-0002'");
        broken("链 2026-01-0002:没有链尾登记:登记被删除,或整链为插入");
    }

    @Test
    void aPutInChainIsFound() {
        AuditChain head = new AuditChain("2026-01-0003", 0, AuditChain.GENESIS);
        AuditEntry entry = AuditEntry.after(head, 0, "li", "act", "s", "{}");
        AuditMapper mapper = database.mapper(AuditMapper.class);
        mapper.insertEntry(entry);
        mapper.insertChain(head.next(entry));
        broken("链 2026-01-0003:总链(platform)中没有它的开立记录:整链为插入,或总链的记录被删除");
    }

    @Test
    void aRemovedPlatformChainIsFound() {
        sql("DELETE FROM audit_entry WHERE chain = 'platform'");
        sql("DELETE FROM audit_chain WHERE chain = 'platform'");
        assertThat(verification.verify().breaks())
                .extracting(AuditReport.Break::chain)
                .containsExactly("2026-01-0001", "2026-01-0002", "platform");
    }

    private static AuditEntry forged(AuditEntry entry, String details) {
        return AuditEntry.after(
                new AuditChain(entry.chain(), entry.seq() - 1, entry.previousHash()),
                entry.at(),
                entry.actor(),
                entry.act(),
                entry.subject(),
                details);
    }

    private void sql(String statement) {
        assertThat(database.sql().update(statement)).isPositive();
    }

    private void broken(String... lines) {
        assertThat(verification.verify().breaks())
                .extracting(AuditReport.Break::line)
                .containsExactly(lines);
    }
}
