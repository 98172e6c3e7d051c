package cn.lianping.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the record of one round with many cases of that of a round with few: each copy has its own alliance and numbers. */
final class ManyCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASE_NO = "%s-%04d";

    /** A copy's acts come so much after those of the one before it. */
    private static final long APART_MILLIS = 977;

    private final ObjectNode round;
    private final ObjectNode registry;
    private final Path roundFile;
    private final Path registryFile;
    private final Map<String, List<String>> copies = new HashMap<>();

    ManyCases(Path roundFile, Path registryFile) throws IOException {
        this.roundFile = roundFile;
        this.registryFile = registryFile;
        this.round = (ObjectNode) JSON.readTree(roundFile.toFile());
        this.registry = (ObjectNode) JSON.readTree(registryFile.toFile());
    }

    /** Makes them as many and writes the record back. */
    void make(int many) throws IOException {
        ArrayNode cases = (ArrayNode) round.path("cases");
        List<JsonNode> models = new ArrayList<>();
        cases.forEach(models::add);
        for (int n = models.size(); n < many; n++) {
            JsonNode model = models.get(n % models.size());
            String old = model.path("caseNo").asText();
            String fresh = CASE_NO.formatted(round.path("roundNo").asText(), n + 1);
            copies.computeIfAbsent(old, key -> new ArrayList<>()).add(fresh);
            cases.add(copy(model, old, fresh, n));
        }
        place(cases);
        for (JsonNode entry : round.path("entries")) {
            ObjectNode details =
                    (ObjectNode) JSON.readTree(entry.path("details").asText());
            details.forEach(this::spread);
            ((ObjectNode) entry).put("details", details.toString());
        }
        JSON.writeValue(roundFile.toFile(), round);
        JSON.writeValue(registryFile.toFile(), registry);
    }

    /** The place of each is one behind all that were placed before its model. */
    private static void place(ArrayNode cases) {
        List<Integer> models = new ArrayList<>();
        cases.forEach(one -> models.add(one.path("rank").asInt(Integer.MAX_VALUE)));
        cases.forEach(one -> {
            if (one.path("rank").isInt()) {
                int model = one.path("rank").asInt();
                ((ObjectNode) one)
                        .put(
                                "rank",
                                1
                                        + models.stream()
                                                .filter(other -> other < model)
                                                .count());
            }
        });
    }

    private JsonNode copy(JsonNode model, String old, String fresh, int n) throws IOException {
        String alliance = null;
        String own = "C%05d".formatted(n);
        ArrayNode entries = JSON.createArrayNode();
        for (JsonNode entry : model.path("entries")) {
            String details = entry.path("details").asText().replace(old, fresh);
            JsonNode form = JSON.readTree(details).path("form");
            if (alliance == null && form.has("allianceId")) {
                alliance = form.path("allianceId").asText();
            }
            if (alliance != null) {
                details = details.replace("\"" + alliance + "\"", "\"" + own + "\"");
            }
            if (form.has("orderNo")) {
                // a city's order of recommendation and its letters are numbered once
                ObjectNode changed = (ObjectNode) JSON.readTree(details);
                ((ObjectNode) changed.path("form")).put("orderNo", n + 1000).put("letterNo", "推荐函" + (n + 1000));
                details = changed.toString();
            }
            entries.add(((ObjectNode) entry.deepCopy())
                    .put("details", details)
                    .put("subject", entry.path("subject").asText().replace(old, fresh))
                    .put("at", entry.path("at").asLong() + n * APART_MILLIS));
        }
        register(String.valueOf(alliance), own, n);
        ObjectNode copy = ((ObjectNode) model.deepCopy()).put("caseNo", fresh).put("alliance", "众多联盟" + n);
        copy.set("entries", entries);
        return copy;
    }

    private void register(String alliance, String own, int n) {
        for (String table : List.of("alliance", "alliance_member")) {
            ArrayNode rows = (ArrayNode) registry.path(table);
            List<ObjectNode> added = new ArrayList<>();
            for (JsonNode row : rows) {
                if (row.path(column(row, "alliance_id")).asText().equals(alliance)) {
                    added.add(((ObjectNode) row.deepCopy()).put(column(row, "alliance_id"), own));
                }
            }
            if (table.equals("alliance")) {
                added.forEach(row -> row.put(column(row, "name"), "众多联盟" + n).put(column(row, "filing_no"), "众多" + n));
            }
            added.forEach(rows::add);
        }
    }

    /** The column as the database writes it: H2 in capitals, MySQL as declared. */
    private static String column(JsonNode row, String name) {
        return row.has(name) ? name : name.toUpperCase(Locale.ROOT);
    }

    /** Wherever the round's record names a case, its copies stand beside it. */
    private void spread(JsonNode node) {
        if (node instanceof ArrayNode array) {
            List<String> added = new ArrayList<>();
            array.forEach(one -> added.addAll(copies.getOrDefault(one.asText(), List.of())));
            added.forEach(array::add);
        } else if (node instanceof ObjectNode object) {
            Map<String, JsonNode> added = new TreeMap<>();
            object.properties()
                    .forEach(field -> copies.getOrDefault(field.getKey(), List.of())
                            .forEach(copy -> added.put(copy, field.getValue())));
            object.setAll(added);
        }
    }
}
