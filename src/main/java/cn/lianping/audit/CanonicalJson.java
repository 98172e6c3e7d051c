package cn.lianping.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling for one content: keys sorted, no spaces, decimals without exponent and trailing zeros, all
 * that is not text, number, truth value, list or map as its {@code toString()}. Equal content gives equal text, so
 * hashes over it can be compared.
 */
public final class CanonicalJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CanonicalJson() {}

    /** The one text of the content; floating point numbers are refused, since they have no exact spelling. */
    public static String write(@Nullable Object content) {
        try {
            return MAPPER.writeValueAsString(plain(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("content cannot be written as JSON", e);
        }
    }

    private static @Nullable Object plain(@Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), plain(inner)));
            return sorted;
        }
        if (content instanceof Iterable<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (content instanceof Double || content instanceof Float) {
            throw new IllegalArgumentException("floating point has no exact spelling, use BigDecimal: " + content);
        }
        if (content instanceof BigDecimal decimal) {
            BigDecimal stripped = decimal.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
        if (content == null
                || content instanceof Boolean
                || content instanceof Integer
                || content instanceof Long
                || content instanceof Short
                || content instanceof BigInteger) {
            return content;
        }
        return content.toString();
    }
}
