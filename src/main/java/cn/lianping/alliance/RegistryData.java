package cn.lianping.alliance;

import cn.lianping.alliance.RegistryMapper.Chain;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The content of a registry, from files or from the tables; each map by the identity of its values. */
final class RegistryData {

    final Map<String, Organisation> organisations = new LinkedHashMap<>();
    final Map<String, Alliance> alliances = new LinkedHashMap<>();
    /** Alliance to its members' codes, in order. */
    final Map<String, List<String>> members = new LinkedHashMap<>();

    final Set<Chain> chains = new LinkedHashSet<>();
    final Map<String, Division> divisions = new LinkedHashMap<>();
    /** Division to its fields. */
    final Map<String, List<String>> fields = new LinkedHashMap<>();

    final Map<String, Expert> experts = new LinkedHashMap<>();
}
