package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Pages of cases and tasks behind a number. */
@Mapper
interface ListMapper {

    List<Passage> passages(
            @Param("filter") Filter filter,
            @Param("measure") CaseLists.Measure measure,
            @Param("stage") String stage,
            @Param("now") long now,
            @Param("limit") int limit,
            @Param("offset") int offset);

    long countPassages(
            @Param("filter") Filter filter,
            @Param("measure") CaseLists.Measure measure,
            @Param("stage") String stage,
            @Param("now") long now);

    List<TaskFact> tasks(
            @Param("filter") Filter filter,
            @Param("measure") CaseLists.Measure measure,
            @Param("stage") @Nullable String stage,
            @Param("definition") @Nullable String definitionKey,
            @Param("key") @Nullable String taskKey,
            @Param("now") long now,
            @Param("limit") int limit,
            @Param("offset") int offset);

    long countTasks(
            @Param("filter") Filter filter,
            @Param("measure") CaseLists.Measure measure,
            @Param("stage") @Nullable String stage,
            @Param("definition") @Nullable String definitionKey,
            @Param("key") @Nullable String taskKey,
            @Param("now") long now);

    /** The open tasks of these cases and rounds. */
    List<TaskFact> openTasks(@Param("keys") Collection<String> businessKeys);

    /** Case number to process instance. */
    List<NameMapper.Named> instancesOfCases(@Param("caseNos") Collection<String> caseNos);
}
