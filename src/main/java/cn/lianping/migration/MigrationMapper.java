package cn.lianping.migration;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables case_migration and case_migration_case; reads where runs stand. */
@Mapper
interface MigrationMapper {

    /** One run that follows a version of a diagram; {@code businessKey} is its case or round. */
    record Run(String instanceId, @Nullable String businessKey) {}

    /** Where one token of a run stands. */
    record Token(String instanceId, String element) {}

    /** A case of a migration. */
    record CaseRow(
            String migrationId,
            String instanceId,
            String caseNo,
            String status,
            @Nullable String reason,
            @Nullable String trial) {}

    /** How many cases of a migration have a state. */
    record Count(String status, int cases) {}

    List<Run> runs(@Param("definitionId") String definitionId);

    List<Token> tokens(@Param("definitionId") String definitionId);

    void insert(MigrationRow migration);

    void update(MigrationRow migration);

    @Nullable
    MigrationRow find(@Param("id") String id);

    @Nullable
    MigrationRow lock(@Param("id") String id);

    List<MigrationRow> all();

    List<String> running();

    void insertCases(@Param("migrationId") String migrationId, @Param("runs") List<Run> runs);

    List<String> waiting(@Param("migrationId") String migrationId, @Param("limit") int limit);

    /** Claims a case that waits; 0 if another was faster. */
    int claim(@Param("migrationId") String migrationId, @Param("instanceId") String instanceId, @Param("at") long at);

    int fail(
            @Param("migrationId") String migrationId,
            @Param("instanceId") String instanceId,
            @Param("reason") String reason);

    void tried(
            @Param("migrationId") String migrationId,
            @Param("instanceId") String instanceId,
            @Param("trial") @Nullable String trial);

    List<Count> counts(@Param("migrationId") String migrationId);

    List<CaseRow> cases(@Param("migrationId") String migrationId, @Param("status") String status);

    List<CaseRow> triedInVain(@Param("migrationId") String migrationId);
}
