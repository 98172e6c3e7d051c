package cn.lianping.worklist;

import cn.lianping.identity.TaskLists;
import cn.lianping.round.Round;
import cn.lianping.round.RoundChanged;
import cn.lianping.round.Rounds;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every running round has a list of its own; it comes and goes with the round. */
@Component
class RoundLists {

    private final Rounds rounds;
    private final TaskLists lists;

    RoundLists(Rounds rounds, TaskLists lists) {
        this.rounds = rounds;
        this.lists = lists;
    }

    @EventListener
    void onChange(RoundChanged change) {
        follow(change.roundNo(), change.status());
    }

    /** For rounds opened before there were such lists. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(20)
    void catchUp() {
        rounds.all().forEach(round -> follow(round.roundNo(), round.status()));
    }

    private void follow(String roundNo, String status) {
        if (Round.CLOSED.equals(status)) {
            lists.closeRound(roundNo);
        } else {
            lists.openRound(roundNo);
        }
    }
}
