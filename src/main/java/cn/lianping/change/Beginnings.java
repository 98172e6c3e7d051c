package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.policy.PolicyReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the first draft of a file holds: what is in force, or a template. */
@Component
class Beginnings {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final Pattern PROCESS_NAME = Pattern.compile("(<(?:\\w+:)?process\\b[^>]*?\\sname=\")([^\"]*)(\")");

    private final Catalogue catalogue;
    private final Registry registry;

    Beginnings(Catalogue catalogue, Registry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /**
     * The first draft.
     *
     * @param baseRef the version it was taken from, null for a new file
     */
    record Beginning(String content, @Nullable String baseRef) {}

    Beginning of(DesignPath file, @Nullable String area) {
        return catalogue
                .newest(file.path(), area)
                .map(version -> new Beginning(begun(version, area), version.ref()))
                .orElseGet(() -> new Beginning(template(file, area), null));
    }

    private String begun(DesignVersion version, @Nullable String area) {
        String content = catalogue.content(version);
        return switch (version.file().kind()) {
            case POLICY ->
                policy(
                        content,
                        version.file().key(),
                        null,
                        PolicyReader.read(content).version() + 1);
            case DIAGRAM -> area == null || version.area() != null ? content : named(content, registry.areaName(area));
            case TABLE, FORM -> content;
        };
    }

    /** Task lists show the province's processes and the city's side by side: the city's say so in their name. */
    private static String named(String diagram, String areaName) {
        return PROCESS_NAME
                .matcher(diagram)
                .replaceFirst(name ->
                        Matcher.quoteReplacement(name.group(1) + name.group(2) + "(" + areaName + ")" + name.group(3)));
    }

    private String template(DesignPath file, @Nullable String area) {
        return switch (file.kind()) {
            case DIAGRAM -> template("new.bpmn", file.key());
            case TABLE -> template("new.dmn", file.key());
            case FORM -> template("new.form", file.key());
            case POLICY -> policy(provincial(), file.key(), area == null ? Catalogue.PROVINCE : area, 1);
        };
    }

    /** The province's policy, from which a city's own begins. */
    String provincial() {
        return catalogue.inForce(null).entrySet().stream()
                .filter(entry -> DesignPath.of(entry.getKey()).kind() == DesignKind.POLICY)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("还没有省级评价办法"));
    }

    /** The document with another id, area and version; what else stands in it stays as it is. */
    static String policy(String document, String id, @Nullable String area, int version) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(document);
            json.put("id", id);
            json.put("version", version);
            if (area != null) {
                json.put("areaCode", area);
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String template(String name, String key) {
        try (InputStream in = new ClassPathResource("design/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@KEY@", key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
