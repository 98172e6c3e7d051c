package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table stage_summary, and how far facts are in it. */
@Mapper
interface FoldMapper {

    /** A row of the table. */
    record Summary(String id, String scope, String tally) {}

    /** Locks the folding until the transaction ends; 0 if its row is missing. */
    int lock();

    void insertLock();

    /** The calendar by which the places on the line of office time were reckoned; null if none were yet. */
    @Nullable
    String line();

    int setLine(@Param("line") String line);

    List<TaskFact> pendingTasks(@Param("limit") int limit);

    /** @param unsettled whether those are wanted too that left without its being known where to */
    List<Passage> pendingPassages(@Param("limit") int limit, @Param("unsettled") boolean unsettled);

    int countPending();

    /** Notes how far they are; whoever left meanwhile stays pending. */
    int foldedTasks(@Param("ids") Collection<String> ids, @Param("state") int state);

    int foldedPassages(@Param("ids") Collection<String> ids, @Param("state") int state);

    List<Summary> summaries(@Param("ids") Collection<String> ids);

    int deleteSummaries(@Param("ids") Collection<String> ids);

    void insertSummaries(@Param("rows") List<Summary> rows);

    int deleteAllSummaries();

    int unfoldTasks();

    int unfoldPassages();
}
