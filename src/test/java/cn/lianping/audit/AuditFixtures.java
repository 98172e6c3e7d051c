package cn.lianping.audit;

import cn.lianping.TestDatabase;

/** The log and what reads it, on a test database. */
public final class AuditFixtures {

    private AuditFixtures() {}

    public static AuditLog log(TestDatabase database) {
        return new AuditLog(
                database.mapper(AuditMapper.class), database.actor(), TestDatabase.CLOCK, database.transactions());
    }

    public static AuditTrail trail(TestDatabase database) {
        return new AuditTrail(database.mapper(AuditMapper.class));
    }

    public static AuditVerification verification(TestDatabase database) {
        return new AuditVerification(database.mapper(AuditMapper.class));
    }
}
