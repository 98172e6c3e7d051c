package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Chinese texts of the engine's web applications against the English ones that the engine ships. */
class LocaleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]");
    private static final Set<String> SAME_IN_CHINESE = Set.of("ID", "ID*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void everyEnglishTextHasAChineseOne(String application) throws IOException {
        Map<String, String> chinese = texts(application, "zh");

        assertThat(chinese.keySet())
                .containsExactlyInAnyOrderElementsOf(texts(application, "en").keySet());
        assertThat(chinese.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void noChineseTextIsUnknownToTheApplicationOrLosesAPlaceholder(String application) throws IOException {
        Map<String, String> english = texts(application, "en");

        texts(application, "zh").forEach((key, text) -> {
            assertThat(english).as(application).containsKey(key);
            assertThat(placeholders(text))
                    .as("%s %s", application, key)
                    .isEqualTo(placeholders(String.valueOf(english.get(key))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void noLabelOfWordsIsLeftInEnglish(String application) throws IOException {
        Map<String, String> english = texts(application, "en");

        assertThat(texts(application, "zh")).allSatisfy((key, text) -> {
            boolean label = key.startsWith("/labels/") && !key.startsWith("/labels/SEARCH_");
            if (label && !SAME_IN_CHINESE.contains(english.get(key))) {
                assertThat(text).as(key).containsPattern(HAN);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void theApplicationOffersChineseAndDropsTheVendorsBanner(String application) throws IOException {
        String config =
                new String(own(application, "scripts/config.js").openStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(config).contains("availableLocales: ['zh', 'en']");
        assertThat(texts(application, "zh").get("/labels/BANNER_CE_EOL_TEXT")).doesNotContain("Camunda");
    }

    /** Every text by its path in the file, array elements by their index. */
    private static Map<String, String> texts(String application, String locale) throws IOException {
        String file = "locales/" + locale + ".json";
        URL url = locale.equals("zh") ? own(application, file) : shipped(application, file);
        String json = new String(url.openStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> texts = new TreeMap<>();
        // the shipped files begin with a byte order mark
        collect("", new ObjectMapper().readTree(json.replace("\uFEFF", "")), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.fields().forEachRemaining(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), texts));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(path + "/" + index, node.get(index), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().replace(" ", ""));
        }
        return found;
    }

    private static URL own(String application, String file) throws IOException {
        return only(application, file, "file");
    }

    private static URL shipped(String application, String file) throws IOException {
        return only(application, file, "jar");
    }

    private static URL only(String application, String file, String protocol) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/" + application + "/" + file;
        List<URL> found = new ArrayList<>(
                Collections.list(LocaleTest.class.getClassLoader().getResources(path)));
        found.removeIf(url -> !url.getProtocol().equals(protocol));
        assertThat(found).as(protocol + " " + path).hasSize(1);
        return found.get(0);
    }
}
