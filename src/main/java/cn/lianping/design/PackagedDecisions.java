package cn.lianping.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** The decision tables that the product brings, by file name. */
@Component
class PackagedDecisions {

    private final Map<String, Document> documents = new TreeMap<>();

    PackagedDecisions() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.dmn")) {
                try (InputStream in = file.getInputStream()) {
                    documents.put(String.valueOf(file.getFilename()), SafeXml.read(in.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Document> documents() {
        return documents;
    }
}
