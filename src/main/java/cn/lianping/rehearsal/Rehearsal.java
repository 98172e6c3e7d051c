package cn.lianping.rehearsal;

import cn.lianping.LianpingApplication;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The platform of a rehearsal: the same code in a process of its own, with an engine and a database in memory, without web
 * server, mail, schedules or data.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Starts such a platform. */
    public static ConfigurableApplicationContext platform(Path home) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.config.location", "classpath:/");
        settings.put("spring.profiles.active", "rehearsal");
        settings.put("spring.datasource.url", "jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.datasource.password", "");
        settings.put("spring.main.lazy-initialization", "true");
        settings.put("spring.jmx.enabled", "false");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("lianping.monitoring.schedule", "false");
        settings.put("lianping.design.schedule", "false");
        settings.put("lianping.documents.fangsong", "none");
        settings.put("lianping.documents.typeset", "false");
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.org.apache.fontbox", "error");
        settings.put("logging.level.org.apache.pdfbox", "error");
        settings.put("logging.level.com.openhtmltopdf", "error");
        settings.put("lianping.home", home.toString());
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(LianpingApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        endWith(Request.read(folder).parent());
        XRLog.setLoggingEnabled(false);
        ProgressFile progress = new ProgressFile(folder);
        try (ConfigurableApplicationContext platform = platform(folder)) {
            progress.write("report.json", platform.getBean(RehearsalRun.class).run(folder, progress));
        }
        // the platform's own threads must not keep the process
        System.exit(0);
    }

    /** Nobody reads a report of a rehearsal whose platform is gone. */
    private static void endWith(long parent) {
        ProcessHandle.of(parent)
                .ifPresent(process ->
                        process.onExit().thenRun(() -> Runtime.getRuntime().halt(3)));
    }
}
