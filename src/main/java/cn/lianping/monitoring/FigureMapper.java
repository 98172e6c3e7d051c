package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What depends on the present moment and can therefore not be counted beforehand; each by an index of what is open. */
@Mapper
interface FigureMapper {

    /** How many are overdue in a stage, of one round and of one of what is compared. */
    record Late(String roundNo, String stage, String id, long count) {}

    /** A question for the one that waits longest. */
    record Probe(
            String id,
            String stage,
            @Nullable String round,
            @Nullable String area,
            @Nullable String field,
            @Nullable String department) {}

    /** Its answer; the probe of a stage in which nothing waits has none. */
    record Oldest(String id, @Nullable String caseNo, long enteredWm) {}

    /** Places of a diagram where tasks wait. */
    record NodeState(
            String taskKey,
            long waiting,
            long overdue,
            @Nullable Long oldestWm) {}

    /**
     * Cases with an overdue task, by round, stage and what {@code by} names.
     *
     * @param by AREA, FIELD, DEPARTMENT, or NONE
     * @param tasks whether tasks are counted rather than cases
     */
    List<Late> late(
            @Param("filter") Filter filter,
            @Param("now") long now,
            @Param("by") String by,
            @Param("stage") @Nullable String stage,
            @Param("tasks") boolean tasks);

    /** Rounds and stages that a task of the whole round holds up. */
    List<Late> lateRounds(@Param("round") @Nullable String round, @Param("now") long now);

    /** How many cases wait there. */
    List<Late> waiting(
            @Param("filter") Filter filter,
            @Param("round") String round,
            @Param("stage") String stage,
            @Param("by") String by);

    List<Oldest> oldestPassages(@Param("probes") Collection<Probe> probes);

    List<Oldest> oldestTasks(@Param("probes") Collection<Probe> probes);

    /** The open tasks that are overdue longest. */
    List<TaskFact> overdue(@Param("filter") Filter filter, @Param("now") long now, @Param("limit") int limit);

    List<NodeState> nodes(
            @Param("definition") String definitionKey, @Param("filter") Filter filter, @Param("now") long now);

    List<TaskFact> tasksOfInstance(@Param("instance") String processInstanceId);

    List<Passage> passagesOfInstance(@Param("instance") String processInstanceId);

    List<TaskFact> tasksOfCase(@Param("caseNo") String caseNo);

    List<Passage> passagesOfCase(@Param("caseNo") String caseNo);
}
