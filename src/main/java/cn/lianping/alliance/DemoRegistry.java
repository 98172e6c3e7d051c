package cn.lianping.alliance;

import cn.lianping.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Imports the made-up example at the first start; {@code lianping.demo.data=none} leaves the registry empty. */
@Component
@Profile("demo")
class DemoRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegistry.class);
    private static final String NONE = "none";

    private final Registry registry;
    private final RegistryImport imports;
    private final String data;

    DemoRegistry(Registry registry, RegistryImport imports, @Value("${lianping.demo.data:round-2026}") String data) {
        this.registry = registry;
        this.imports = imports;
        this.data = data;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(20)
    void importExample() throws IOException {
        if (data.equals(NONE) || !registry.isEmpty()) {
            return;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (RegistryFile file : RegistryFile.values()) {
            files.put(
                    file.fileName(),
                    new ClassPathResource("db/demo/" + data + "/" + file.fileName()).getContentAsByteArray());
        }
        try {
            ImportReport report = imports.run(files);
            if (!report.imported()) {
                throw new IllegalStateException("示例登记册有误:" + report.problems());
            }
            LOG.info("imported the example registry: {}", report.rows());
        } catch (Refusal e) {
            // another node of the demonstration is importing the same files
            LOG.info("the example registry was not imported here: {}", e.getMessage());
        }
    }
}
