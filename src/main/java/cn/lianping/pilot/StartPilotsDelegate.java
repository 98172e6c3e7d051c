package cn.lianping.pilot;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the projects of the selected cases. */
@Component("startPilotsDelegate")
class StartPilotsDelegate implements JavaDelegate {

    private final Pilots pilots;

    StartPilotsDelegate(Pilots pilots) {
        this.pilots = pilots;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pilots.start(execution.getProcessBusinessKey());
    }
}
