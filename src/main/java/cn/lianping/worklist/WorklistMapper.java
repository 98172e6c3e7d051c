package cn.lianping.worklist;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads across tasks, cases and alliances; writes nothing. */
@Mapper
interface WorklistMapper {

    /** Alliance and number of a case. */
    record CaseName(String caseNo, String alliance) {}

    /** @param alliance null for the tasks of a round */
    record DoneRow(
            String taskId,
            String caseNo,
            @Nullable String alliance,
            String title,
            String act,
            String outcome,
            String opinion,
            long doneAt) {}

    List<CaseName> caseNames(@Param("caseNos") Collection<String> caseNos);

    /**
     * Open tasks by case number or alliance name, the soonest due first: those that are the person's or offered to one of
     * the groups, or all.
     *
     * @param text a LIKE pattern in lower case, escaped with !
     */
    List<String> search(
            @Param("person") String person,
            @Param("groups") Collection<String> groups,
            @Param("all") boolean all,
            @Param("text") String text,
            @Param("offset") int offset,
            @Param("limit") int limit);

    int countSearch(
            @Param("person") String person,
            @Param("groups") Collection<String> groups,
            @Param("all") boolean all,
            @Param("text") String text);

    List<DoneRow> done(
            @Param("person") String person,
            @Param("text") @Nullable String text,
            @Param("offset") int offset,
            @Param("limit") int limit);

    int countDone(@Param("person") String person, @Param("text") @Nullable String text);
}
