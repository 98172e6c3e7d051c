package cn.lianping.rehearsal;

import cn.lianping.rehearsal.explore.Drawn;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** The process of a rehearsal without generated cases: replays the rounds of its folder alone, into {@code replay.json}. */
public final class ReplayRun {

    static final String ANSWER = "replay.json";

    private ReplayRun() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
        ProgressFile progress = new ProgressFile(folder);
        try (ConfigurableApplicationContext platform = Rehearsal.platform(folder)) {
            RehearsalRun run = platform.getBean(RehearsalRun.class);
            Request request = Request.read(folder);
            Drawn drawn = run.deploy(folder, request);
            progress.write(ANSWER, run.replay(folder, request, drawn, progress));
        }
        System.exit(0);
    }
}
