package cn.lianping.change;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The tables design_…. */
@Mapper
interface ChangeMapper {

    /** Somebody who has a file open; times in epoch milliseconds. */
    record Presence(String userId, String path, long since) {}

    /** What a change made of a file. */
    record Result(String ref, String path, String changeId) {}

    void insertChange(ChangeRow change);

    @Nullable
    ChangeRow change(@Param("id") String id);

    /** Locks the change until the transaction ends. */
    @Nullable
    ChangeRow lockChange(@Param("id") String id);

    /** The newest first. */
    List<ChangeRow> changes();

    /** Changes that wait for their hour, which has come. */
    List<String> due(@Param("now") long now);

    /** When something that concerns the area (null: the province) was last put in force; null if nothing ever was. */
    @Nullable
    Long lastInForceAt(@Param("area") @Nullable String area);

    void updateChange(ChangeRow change);

    void insertFile(FileRow file);

    List<FileRow> files(@Param("changeId") String changeId);

    /** The files of all changes that are not closed. */
    List<FileRow> openFiles();

    @Nullable
    FileRow file(@Param("changeId") String changeId, @Param("path") String path);

    /** Counts on if the newest draft is still the expected one; 0 if not. */
    int advanceFile(
            @Param("changeId") String changeId,
            @Param("path") String path,
            @Param("from") int from,
            @Param("to") int to,
            @Param("baseRef") @Nullable String baseRef);

    int deleteFile(@Param("changeId") String changeId, @Param("path") String path);

    void insertDraft(DraftRow draft);

    @Nullable
    DraftRow draft(@Param("changeId") String changeId, @Param("path") String path, @Param("version") int version);

    /** The drafts of a file without their content, the newest first. */
    List<DraftRow> drafts(@Param("changeId") String changeId, @Param("path") String path);

    /** 0 for a file that never was in the change. */
    int lastDraft(@Param("changeId") String changeId, @Param("path") String path);

    /** The newest draft of every file of the change. */
    List<DraftRow> newestDrafts(@Param("changeId") String changeId);

    int updatePresence(
            @Param("changeId") String changeId,
            @Param("userId") String userId,
            @Param("path") String path,
            @Param("at") long at);

    void insertPresence(
            @Param("changeId") String changeId,
            @Param("userId") String userId,
            @Param("path") String path,
            @Param("at") long at);

    List<Presence> present(@Param("changeId") String changeId, @Param("after") long after);

    void insertResult(Result result);

    List<Result> results();

    void insertKept(
            @Param("path") String path,
            @Param("area") String area,
            @Param("sha256") String sha256,
            @Param("reason") String reason,
            @Param("keptBy") String keptBy,
            @Param("keptAt") long keptAt);

    /** As {@code path|area|sha256}. */
    List<String> kept();
}
