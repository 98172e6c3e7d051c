package cn.lianping.engine;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who did what: one row an act, in the act's transaction. The engine's history could answer it too, but has no index by
 * person, forgets by its time-to-live and knows no opinions.
 */
@Component
public class DoneTasks {

    private final DoneTaskMapper mapper;
    private final RunEvents runs;
    private final Clock clock;

    DoneTasks(DoneTaskMapper mapper, RunEvents runs, Clock clock) {
        this.mapper = mapper;
        this.runs = runs;
        this.clock = clock;
    }

    /** Notes that a person completes a task now. */
    public void record(DoneTask done) {
        mapper.insert(UUID.randomUUID().toString(), done, clock.millis());
        runs.decided(done.taskId(), done.outcome());
    }

    /** Whether the person completed any task of the case; an office action alone (催办) opens no case file. */
    public boolean actedIn(String person, String caseNo) {
        return mapper.count(person, caseNo) > 0;
    }
}
