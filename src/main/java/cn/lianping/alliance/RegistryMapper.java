package cn.lianping.alliance;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads the tables of the registry; {@link RegistryWriter} writes them. */
@Mapper
interface RegistryMapper {

    record Area(String code, String name) {}

    record Member(String allianceId, String organisationCode) {}

    record Chain(String listName, String chainName) {}

    record DivisionField(String division, String field) {}

    record ExpertRow(String userId, String name, String field, String unitCode) {}

    record PastUnit(String userId, String unitCode) {}

    Optional<Alliance> findAlliance(@Param("id") String id);

    List<Alliance> findAlliancesLedBy(@Param("leadCode") String leadCode);

    List<Organisation> findMembers(@Param("allianceId") String allianceId);

    Optional<Organisation> findOrganisation(@Param("code") String code);

    List<Division> findDivisionsForField(@Param("field") String field);

    List<ExpertRow> findExpertsForField(@Param("field") String field);

    List<PastUnit> findPastUnitsForField(@Param("field") String field);

    Optional<ExpertRow> findExpert(@Param("userId") String userId);

    List<PastUnit> findPastUnits(@Param("userId") String userId);

    List<String> findChainNames();

    Optional<String> findAreaName(@Param("code") String code);

    List<Area> findAreas();

    List<Area> findAreasOfAlliances();

    List<Organisation> findAllOrganisations();

    List<Alliance> findAllAlliances();

    List<Member> findAllMembers();

    List<Chain> findAllChains();

    List<Division> findAllDivisions();

    List<DivisionField> findAllDivisionFields();

    List<ExpertRow> findAllExperts();

    List<PastUnit> findAllPastUnits();
}
