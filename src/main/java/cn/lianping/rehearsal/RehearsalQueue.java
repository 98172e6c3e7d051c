package cn.lianping.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives rehearsals their turn: one at a time on all nodes together, those that wait longest first. */
@Component
class RehearsalQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalQueue.class);

    /** Whoever has the turn tells every second that it is alive. */
    private static final int LOST_AFTER_SECONDS = 45;

    private static final int LONGEST_TEXT = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RehearsalMapper mapper;
    private final RehearsalProcess process;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rehearsal");
        thread.setDaemon(true);
        return thread;
    });

    RehearsalQueue(RehearsalMapper mapper, RehearsalProcess process, Clock clock) {
        this.mapper = mapper;
        this.process = process;
        this.clock = clock;
    }

    /** Looks, soon, whether one waits whose turn it is. */
    void look() {
        try {
            worker.execute(this::work);
        } catch (RejectedExecutionException e) {
            LOG.debug("the platform is stopping");
        }
    }

    private void work() {
        try {
            forgetLost();
            RehearsalRow next = mapper.nextWaiting();
            while (next != null && mapper.take(next.id()) == 1) {
                try {
                    run(next);
                } finally {
                    mapper.giveBack(next.id());
                }
                next = mapper.nextWaiting();
            }
        } catch (RuntimeException e) {
            LOG.warn("试运行队列没有继续", e);
        }
    }

    /** A platform that was stopped or killed leaves its rehearsal behind. */
    private void forgetLost() {
        String lost = mapper.lost(LOST_AFTER_SECONDS);
        if (lost != null) {
            fail(lost, "平台在试运行中停止,没有做完,请重新试运行");
            mapper.giveBack(lost);
        }
    }

    private void run(RehearsalRow rehearsal) {
        if (mapper.become(rehearsal.id(), RehearsalRow.WAITING, RehearsalRow.RUNNING, 1, "正在准备") == 0) {
            return;
        }
        try {
            RehearsalProcess.Ending ending = process.run(
                    rehearsal, draft(rehearsal.id()), (percent, text) -> progress(rehearsal.id(), percent, text));
            mapper.end(
                    rehearsal.id(),
                    RehearsalRow.DONE,
                    ending.passed(),
                    100,
                    shortened(ending.text()),
                    clock.millis(),
                    ending.report());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(rehearsal.id(), "平台停止,试运行没有做完,请重新试运行");
        } catch (RehearsalProcess.BrokenOffException | RuntimeException e) {
            LOG.warn("试运行 {} 没有做完", rehearsal.id(), e);
            fail(rehearsal.id(), "没有做完:" + e.getMessage());
        }
    }

    private void progress(String id, int percent, String text) {
        mapper.progress(id, percent, shortened(text));
        if (mapper.seen(id) == 0) {
            throw new IllegalStateException("另一节点以为本次试运行已停止");
        }
    }

    private void fail(String id, String text) {
        mapper.end(id, RehearsalRow.FAILED, false, 100, shortened(text), clock.millis(), null);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    private Map<String, byte[]> draft(String id) {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            JSON.readValue(String.valueOf(mapper.draft(id)), new TypeReference<Map<String, String>>() {})
                    .forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
            return files;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
