package cn.lianping.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The diagrams, decision tables, forms and policies that the product brings, by path within the product. Read once. */
@Component
public class PackagedFiles {

    private static final String[][] ROOTS = {
        {"processes/", "processes/**/*.bpmn", ""},
        {"processes/", "processes/**/*.dmn", ""},
        {"forms/", "forms/**/*.form", ""},
        {"policy/", "db/policy/*.json", "db/"},
    };

    private final Map<String, byte[]> files = new TreeMap<>();

    PackagedFiles() {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String[] root : ROOTS) {
                for (Resource resource : resolver.getResources("classpath*:" + root[1])) {
                    String url = resource.getURL().toString();
                    try (InputStream in = resource.getInputStream()) {
                        files.put(
                                url.substring(url.lastIndexOf("/" + root[2] + root[0]) + 1 + root[2].length()),
                                in.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public Map<String, byte[]> all() {
        return files;
    }

    /** One of them; empty if the product brings no such file. */
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
