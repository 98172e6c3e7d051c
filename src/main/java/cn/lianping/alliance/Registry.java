package cn.lianping.alliance;

import cn.lianping.Refusal;
import cn.lianping.alliance.RegistryMapper.ExpertRow;
import cn.lianping.alliance.RegistryMapper.PastUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds alliances, organisations, divisions and experts. */
@Service
public class Registry {

    private final RegistryMapper mapper;

    Registry(RegistryMapper mapper) {
        this.mapper = mapper;
    }

    /** An alliance; refused (not found) if there is none of this id. */
    public Alliance alliance(String id) {
        return mapper.findAlliance(id).orElseThrow(() -> Refusal.notFound("登记册中没有联盟“%s”".formatted(id)));
    }

    /** Every alliance's name, by its id. */
    public Map<String, String> allianceNames() {
        return mapper.findAllAlliances().stream().collect(Collectors.toMap(Alliance::id, Alliance::name));
    }

    /** The alliances that an organisation leads, by id. */
    public List<Alliance> findAlliancesLedBy(String organisationCode) {
        return mapper.findAlliancesLedBy(organisationCode);
    }

    /** The member units of an alliance, the lead enterprise among them, in the order of the file. */
    public List<Organisation> members(String allianceId) {
        return mapper.findMembers(allianceId);
    }

    /** An organisation; refused (not found) if there is none of this code. */
    public Organisation organisation(String code) {
        return mapper.findOrganisation(code).orElseThrow(() -> Refusal.notFound("登记册中没有单位“%s”".formatted(code)));
    }

    /** The divisions that an alliance of this field goes to (归口), by code. */
    public List<Division> divisionsForField(String field) {
        return mapper.findDivisionsForField(field);
    }

    /** All divisions, by code. */
    public List<Division> divisions() {
        return mapper.findAllDivisions();
    }

    /** The experts of a field, by user id. */
    public List<Expert> expertsForField(String field) {
        return withPastUnits(mapper.findExpertsForField(field), mapper.findPastUnitsForField(field));
    }

    /** All experts, by user id. */
    public List<Expert> experts() {
        return withPastUnits(mapper.findAllExperts(), mapper.findAllPastUnits());
    }

    /** An expert; refused (not found) if there is none of this user id. */
    public Expert expert(String userId) {
        ExpertRow row = mapper.findExpert(userId).orElseThrow(() -> Refusal.notFound("专家库中没有“%s”".formatted(userId)));
        return withPastUnits(List.of(row), mapper.findPastUnits(userId)).get(0);
    }

    /** All organisations, by code. */
    public List<Organisation> organisations() {
        return mapper.findAllOrganisations();
    }

    /** The areas that alliances belong to, code to Chinese name, by code. */
    public Map<String, String> areasOfAlliances() {
        Map<String, String> names = new LinkedHashMap<>();
        mapper.findAreasOfAlliances().forEach(area -> names.put(area.code(), area.name()));
        return names;
    }

    /** The names on the loaded lists of chains, each once; element 1 needs one of them. */
    public List<String> chainNames() {
        return mapper.findChainNames();
    }

    /** The Chinese name of an area; refused (not found) if the code is unknown. */
    public String areaName(String code) {
        return mapper.findAreaName(code).orElseThrow(() -> Refusal.notFound("没有地区代码“%s”".formatted(code)));
    }

    /** The Chinese word for a kind of organisation; refused (not found) if the kind is unknown. */
    public String kindName(String kind) {
        return OrganisationKind.of(kind)
                .map(OrganisationKind::label)
                .orElseThrow(() -> Refusal.notFound("没有单位类型“%s”".formatted(kind)));
    }

    /** Whether nothing was ever imported. */
    public boolean isEmpty() {
        return mapper.findAreasOfAlliances().isEmpty();
    }

    private static List<Expert> withPastUnits(List<ExpertRow> rows, List<PastUnit> pastUnits) {
        Map<String, List<String>> byUser = pastUnits.stream()
                .collect(Collectors.groupingBy(
                        PastUnit::userId, Collectors.mapping(PastUnit::unitCode, Collectors.toList())));
        return rows.stream()
                .map(row -> new Expert(
                        row.userId(),
                        row.name(),
                        row.field(),
                        row.unitCode(),
                        byUser.getOrDefault(row.userId(), List.of())))
                .toList();
    }
}
