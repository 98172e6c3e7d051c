package cn.lianping.rehearsal;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The tables rehearsal and rehearsal_turn. */
@Mapper
interface RehearsalMapper {

    void insert(@Param("row") RehearsalRow row, @Param("draft") String draft);

    @Nullable
    RehearsalRow find(@Param("id") String id);

    @Nullable
    RehearsalRow latestOfHash(@Param("hash") String hash);

    @Nullable
    RehearsalRow latestOfChange(@Param("changeId") String changeId);

    /** The one that waits longest. */
    @Nullable
    RehearsalRow nextWaiting();

    @Nullable
    String draft(@Param("id") String id);

    @Nullable
    String report(@Param("id") String id);

    /** Takes it from one state to another; 0 if it is in another one. */
    int become(
            @Param("id") String id,
            @Param("from") String from,
            @Param("to") String to,
            @Param("percent") int percent,
            @Param("text") String text);

    void progress(@Param("id") String id, @Param("percent") int percent, @Param("text") String text);

    /** Ends it, unless it has ended. */
    int end(
            @Param("id") String id,
            @Param("state") String state,
            @Param("passed") boolean passed,
            @Param("percent") int percent,
            @Param("text") String text,
            @Param("endedAt") long endedAt,
            @Param("report") @Nullable String report);

    /** Whose turn it is; null if nobody's. */
    @Nullable
    String holder();

    /** Whose turn it is, if it was not seen for so long. */
    @Nullable
    String lost(@Param("seconds") int seconds);

    /** Takes the turn if it is nobody's; 0 if it is somebody's. */
    int take(@Param("id") String id);

    /** Tells that it is alive; 0 if the turn was taken away. */
    int seen(@Param("id") String id);

    /** Gives the turn back. */
    int giveBack(@Param("id") String id);
}
