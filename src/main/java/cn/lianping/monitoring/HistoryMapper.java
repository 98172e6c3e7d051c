package cn.lianping.monitoring;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The engine's history, and what else says how things went; for rebuilding the facts. */
@Mapper
interface HistoryMapper {

    /** A version of a diagram. */
    record Diagram(String id, byte[] bytes) {}

    /** A user task; times are in Asia/Shanghai, as the engine wrote them. */
    record PastTask(
            String id,
            String definitionKey,
            String definitionId,
            String instanceId,
            String taskKey,
            @Nullable String name,
            @Nullable String assignee,
            LocalDateTime startTime,
            @Nullable LocalDateTime endTime,
            @Nullable LocalDateTime dueDate,
            @Nullable String deleteReason,
            @Nullable String businessKey,
            @Nullable String superInstance) {}

    /** Somebody or some group was given a task. */
    record PastLink(
            String taskId,
            String type,
            @Nullable String userId,
            @Nullable String groupId,
            LocalDateTime at) {}

    /** An element of a diagram that was passed or is waited at. */
    record PastActivity(
            String id,
            String definitionId,
            String instanceId,
            String activityId,
            String type,
            LocalDateTime startTime,
            @Nullable LocalDateTime endTime,
            int state,
            String businessKey) {}

    /** What was chosen when a task was completed. */
    record PastDecision(String taskId, String outcome) {}

    /** An office action on the log. */
    record PastAct(String act, String details) {}

    List<Diagram> diagrams();

    /** The next numbers of cases and rounds after this one, in their order. */
    List<String> businessKeysAfter(@Param("after") String after, @Param("limit") int limit);

    List<PastTask> tasks(@Param("keys") Collection<String> businessKeys);

    List<PastLink> links(@Param("keys") Collection<String> businessKeys);

    List<PastActivity> activities(
            @Param("keys") Collection<String> businessKeys, @Param("definitions") Collection<String> definitionIds);

    List<PastDecision> decisions(@Param("keys") Collection<String> businessKeys);

    List<PastAct> acts(@Param("keys") Collection<String> businessKeys);
}
