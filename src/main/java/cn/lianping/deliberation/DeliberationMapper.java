package cn.lianping.deliberation;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables deliberation and agenda_item. */
@Mapper
interface DeliberationMapper {

    /** A case to put on an agenda. */
    record Listed(String caseNo, int computationNo) {}

    /** What the registry says of a case. */
    record Described(String caseNo, String alliance, String field) {}

    /** The cases of a round with their alliances, in one statement. */
    List<Described> described(@Param("roundNo") String roundNo);

    void insert(
            @Param("d") Deliberation deliberation,
            @Param("createdAt") long createdAt,
            @Param("createdBy") String createdBy);

    void insertItems(@Param("deliberationId") String deliberationId, @Param("items") Collection<Listed> items);

    int lastSeq(@Param("roundNo") String roundNo);

    @Nullable
    Deliberation find(@Param("deliberationId") String deliberationId);

    @Nullable
    Deliberation lock(@Param("deliberationId") String deliberationId);

    @Nullable
    Deliberation findOpen(@Param("roundNo") String roundNo);

    List<Deliberation> ofRound(@Param("roundNo") String roundNo);

    /** The items still on the agenda, by case number, in one statement. */
    List<AgendaItem> items(@Param("deliberationId") String deliberationId);

    /** The items that the meeting decides or has decided on, by case number. */
    List<AgendaItem> deliberated(@Param("deliberationId") String deliberationId);

    /** The final decisions on a case, the first one first. */
    List<Decision> decisions(@Param("caseNo") String caseNo);

    int draft(
            @Param("deliberationId") String deliberationId,
            @Param("caseNos") Collection<String> caseNos,
            @Param("decision") @Nullable DeliberationOutcome decision,
            @Param("reason") @Nullable String reason);

    int drop(@Param("deliberationId") String deliberationId, @Param("caseNos") Collection<String> caseNos);

    int minutesInUse(@Param("minutesNo") String minutesNo);

    int record(
            @Param("d") Deliberation deliberation,
            @Param("recordedAt") long recordedAt,
            @Param("recordedBy") String recordedBy);

    int decide(@Param("deliberationId") String deliberationId);

    int finalise(@Param("deliberationId") String deliberationId, @Param("decidedAt") long decidedAt);

    @Nullable
    Decision latestDecision(@Param("caseNo") String caseNo);

    /** The open agenda of the round, if there is one, is discarded; the answer is their number. */
    int discardOpen(@Param("roundNo") String roundNo);

    /** How many meetings of the round have been recorded. */
    int countRecorded(@Param("roundNo") String roundNo);
}
