package cn.lianping.engine;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deploys the packaged diagrams when the application is up. */
@Component
@Profile("!rehearsal")
class Startup {

    private final StageDeployer deployer;

    Startup(StageDeployer deployer) {
        this.deployer = deployer;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(-10)
    void deploy() {
        deployer.deploy();
    }
}
