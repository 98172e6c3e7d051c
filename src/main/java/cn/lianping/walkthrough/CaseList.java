package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cases of the round as the provincial office sees them. */
final class CaseList {

    private final Person office;
    private final String roundNo;
    private final Patience patience;
    private final Map<String, String> numbers = new LinkedHashMap<>();

    CaseList(Person office, String roundNo, Patience patience) {
        this.office = office;
        this.roundNo = roundNo;
        this.patience = patience;
    }

    /** Whether the server knows the round. */
    boolean roundExists() {
        Answer answer = office.request("GET", path(), Map.of(), new byte[0]);
        if (!answer.ok() && answer.status() != 404) {
            office.require("GET", path(), answer);
        }
        return answer.ok();
    }

    /** All cases, by alliance. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        for (JsonNode one : office.get(path())) {
            String alliance = one.path("allianceId").asText();
            cases.put(alliance, one);
            numbers.put(alliance, one.path("caseNo").asText());
        }
        return cases;
    }

    Optional<String> find(String alliance) {
        if (!numbers.containsKey(alliance)) {
            all();
        }
        return Optional.ofNullable(numbers.get(alliance));
    }

    /** The case number of an alliance; waits until the case is there. */
    String numberOf(String alliance) {
        return patience.await(() -> find(alliance))
                .orElseThrow(() -> new Unexpected("批次 %s 中没有联盟 %s 的案卷".formatted(roundNo, alliance)));
    }

    String allianceOf(String caseNo) {
        all();
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(caseNo))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unexpected("批次 %s 中没有案卷 %s".formatted(roundNo, caseNo)));
    }

    /** Waits until every one of the alliances' cases has one of the states. */
    void await(Collection<String> alliances, List<String> states) {
        List<String> others = patience.await(() -> {
                    List<String> left = notIn(alliances, states);
                    return left.isEmpty() ? Optional.of(left) : Optional.empty();
                })
                .orElseGet(() -> notIn(alliances, states));
        if (!others.isEmpty()) {
            throw new Unexpected("等了 %d 秒,下列案卷没有进入 %s:%s"
                    .formatted(patience.limit().toSeconds(), String.join(" 或 ", states), String.join("、", others)));
        }
    }

    private List<String> notIn(Collection<String> alliances, List<String> states) {
        Map<String, JsonNode> cases = all();
        return alliances.stream()
                .filter(alliance -> !states.contains(status(cases, alliance)))
                .map(alliance -> alliance + "(" + status(cases, alliance) + ")")
                .toList();
    }

    private static String status(Map<String, JsonNode> cases, String alliance) {
        JsonNode found = cases.get(alliance);
        return found == null ? "" : found.path("status").asText();
    }

    private String path() {
        return "/camunda/api/lianping/rounds/" + roundNo + "/cases";
    }
}
