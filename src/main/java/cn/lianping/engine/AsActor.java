package cn.lianping.engine;

import cn.lianping.identity.CurrentActor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the engine with the rights of the person who acts, also where nothing has told the engine yet who that is: without
 * a login the engine answers everything.
 */
@Component
public class AsActor {

    private final IdentityService identities;
    private final CurrentActor actor;

    AsActor(@Lazy IdentityService identities, CurrentActor actor) {
        this.identities = identities;
        this.actor = actor;
    }

    /** The answer of the work. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        if (identities.getCurrentAuthentication() != null) {
            return work.get();
        }
        identities.setAuthentication(actor.userId(), actor.groups());
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
