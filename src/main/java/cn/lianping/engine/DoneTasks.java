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

    /** Notes an act of now: the completion of a task, or what else a person did with it. */
    public void record(DoneTask done) {
        mapper.insert(UUID.randomUUID().toString(), done, clock.millis());
        if (DoneTask.COMPLETED.equals(done.act())) {
            runs.decided(done.taskId(), done.outcome());
        }
    }

    /** Whether the person completed any task of the case; an office action alone (催办) opens no case file. */
    public boolean actedIn(String person, String caseNo) {
        return mapper.count(person, caseNo) > 0;
    }
}
