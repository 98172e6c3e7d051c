package cn.lianping.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path out;

    @Test
    void laterRunKnowsWhatWasDone() {
        Journal first = new Journal(out);
        first.record("seal/LN0001/1/A", "2026-01-05T09:00+08:00", "ua", "盖章自评报告", "2026-01-0001");
        first.intend("seal/LN0001/1/B", "task-b", "ub", "盖章自评报告", "2026-01-0001");

        Journal second = new Journal(out);

        assertThat(second.has("seal/LN0001/1/A")).isTrue();
        assertThat(second.has("seal/LN0001/1/B")).isFalse();
        assertThat(second.count("seal")).isOne();
        assertThat(second.interrupted().path("task").asText()).isEqualTo("task-b");
    }

    @Test
    void recordedActIsNotInterrupted() {
        Journal journal = new Journal(out);
        journal.intend("notice/1", "task", "office1", "发布公示", "2026-01");
        journal.record("notice/1", "2026-02-11T09:00+08:00", "office1", "发布公示", "2026-01");

        assertThat(new Journal(out).interrupted().isMissingNode()).isTrue();
    }
}
