package cn.lianping.comprehensiveevaluation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables panel, panel_seat, panel_reserve and recusal. */
@Mapper
interface PanelMapper {

    void insertPanel(@Param("p") Panel panel);

    @Nullable
    Panel findPanel(@Param("caseNo") String caseNo);

    int updateConfirmation(
            @Param("caseNo") String caseNo,
            @Param("at") long at,
            @Param("by") String by,
            @Param("reason") @Nullable String reason);

    void insertSeat(@Param("s") Seat seat);

    List<Seat> findSeats(@Param("caseNo") String caseNo);

    int updateSeat(@Param("s") Seat seat);

    void insertReserve(@Param("caseNo") String caseNo, @Param("place") int place, @Param("expert") String expert);

    List<String> findReserve(@Param("caseNo") String caseNo);

    void insertRecusal(@Param("r") Recusal recusal);

    List<Recusal> findRecusals(@Param("allianceId") String allianceId);
}
