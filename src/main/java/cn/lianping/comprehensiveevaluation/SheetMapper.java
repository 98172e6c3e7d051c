package cn.lianping.comprehensiveevaluation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Tables sheet and sheet_answer. Nothing is ever deleted. */
@Mapper
interface SheetMapper {

    /** One answer. */
    record Answer(String sheetId, int elementNo, int point, String reason) {}

    void insertSheet(@Param("s") Sheet sheet);

    void insertAnswers(@Param("answers") List<Answer> answers);

    /** Every version, by kind, reviewer and version. */
    List<Sheet> findSheets(@Param("caseNo") String caseNo);

    /** The answers of all sheets of a case, by sheet and element. */
    List<Answer> findAnswers(@Param("caseNo") String caseNo);

    /** Changes the status of a valid sheet. */
    int updateStatus(
            @Param("sheetId") String sheetId,
            @Param("status") Sheet.Status status,
            @Param("reason") String reason,
            @Param("by") String by,
            @Param("at") long at);
}
