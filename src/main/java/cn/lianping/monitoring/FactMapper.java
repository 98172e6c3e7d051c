package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables task_fact and stage_passage, as they are written while processes run. */
@Mapper
interface FactMapper {

    List<CaseScope> scopes(@Param("keys") Collection<String> keys);

    List<String> experts(@Param("users") Collection<String> users);

    /** The visit of a fact is added to how often the same came before. */
    void insertTasks(@Param("facts") List<TaskFact> facts);

    /**
     * Notes who has the task now.
     *
     * @param taken when it was taken up; does not change what was noted before
     */
    int hold(
            @Param("taskId") String taskId,
            @Param("holder") @Nullable String holder,
            @Param("dueAt") @Nullable Long dueAt,
            @Param("takenAt") @Nullable Long takenAt,
            @Param("takenWm") @Nullable Long takenWm);

    /** The same, and that the task is over. */
    int end(
            @Param("taskId") String taskId,
            @Param("holder") @Nullable String holder,
            @Param("dueAt") @Nullable Long dueAt,
            @Param("takenAt") @Nullable Long takenAt,
            @Param("takenWm") @Nullable Long takenWm,
            @Param("leftAt") long leftAt,
            @Param("leftWm") long leftWm,
            @Param("outcome") Outcome outcome,
            @Param("decision") @Nullable String decision);

    int takeBack(@Param("taskId") String taskId);

    void insertPassages(@Param("passages") List<Passage> passages);

    int leave(
            @Param("passageId") String passageId,
            @Param("leftAt") long leftAt,
            @Param("leftWm") long leftWm,
            @Param("outcome") Outcome outcome);

    /** What became of a case that had left a stage in an earlier transaction. */
    int follow(
            @Param("instance") String processInstanceId,
            @Param("backwards") Collection<String> backwards,
            @Param("end") @Nullable Outcome end);
}
