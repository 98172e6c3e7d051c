package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Facts as they stand, and putting right what is not as the history has it. */
@Mapper
interface RebuildMapper {

    /** The times of a row and their places on the line of office time. */
    record Places(
            String id,
            long enteredAt,
            @Nullable Long takenAt,
            @Nullable Long leftAt,
            long enteredWm,
            @Nullable Long takenWm,
            @Nullable Long leftWm) {}

    List<TaskFact> tasks(@Param("keys") Collection<String> businessKeys);

    List<Passage> passages(@Param("keys") Collection<String> caseNos);

    int deleteTasks(@Param("ids") Collection<String> ids);

    int deletePassages(@Param("ids") Collection<String> ids);

    void insertTasks(@Param("facts") List<TaskFact> facts);

    void insertPassages(@Param("passages") List<Passage> passages);

    List<Places> placesOfTasks(@Param("after") String after, @Param("limit") int limit);

    List<Places> placesOfPassages(@Param("after") String after, @Param("limit") int limit);

    int placeTask(@Param("row") Places row);

    int placePassage(@Param("row") Places row);
}
