package cn.lianping.identity;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts now: the actor named by {@link #callAs}, else the person the engine knows for this thread, else the person
 * logged in to the web application, else {@value #SYSTEM} (timers and other jobs).
 */
@Component
public class CurrentActor {

    /** Acts that nobody's login stands behind: timers, imports at start. */
    public static final String SYSTEM = "system";

    /** A visitor of the public page, who has no login. */
    public static final String PUBLIC = "public";

    private final ObjectProvider<ProcessEngine> engine;
    private final ThreadLocal<@Nullable String> named = new ThreadLocal<>();

    /** The engine is looked up at each use: it starts after what uses this class. */
    public CurrentActor(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** The id of the person or part that acts; never empty. */
    public String userId() {
        String scoped = named.get();
        if (scoped != null) {
            return scoped;
        }
        Authentication known = engineAuthentication();
        if (known != null) {
            return known.getUserId();
        }
        String loggedIn = webUser();
        return loggedIn == null ? SYSTEM : loggedIn;
    }

    /** The engine's group ids of the actor; empty for {@value #SYSTEM} and {@value #PUBLIC}. */
    public List<String> groups() {
        String scoped = named.get();
        Authentication known = engineAuthentication();
        if (scoped == null && known != null && known.getGroupIds() != null) {
            return List.copyOf(known.getGroupIds());
        }
        String user = userId();
        return SYSTEM.equals(user) || PUBLIC.equals(user) ? List.of() : groupsOf(user);
    }

    /** Whether the actor belongs to the engine group. */
    public boolean isMemberOf(String group) {
        return groups().contains(group);
    }

    /** Runs the work with the given actor instead of the one the thread carries, and restores it afterwards. */
    public <T extends @Nullable Object> T callAs(String actor, Supplier<T> work) {
        String before = named.get();
        named.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                named.remove();
            } else {
                named.set(before);
            }
        }
    }

    private List<String> groupsOf(String user) {
        ProcessEngine running = engine.getIfAvailable();
        if (running == null) {
            return List.of();
        }
        IdentityService identities = running.getIdentityService();
        Authentication before = identities.getCurrentAuthentication();
        // the query answers only what the asking person may read, and a person may not read groups
        identities.clearAuthentication();
        try {
            return identities.createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId)
                    .toList();
        } finally {
            identities.setAuthentication(before);
        }
    }

    private @Nullable Authentication engineAuthentication() {
        ProcessEngine running = engine.getIfAvailable();
        Authentication known =
                running == null ? null : running.getIdentityService().getCurrentAuthentication();
        return known == null || known.getUserId() == null ? null : known;
    }

    private static @Nullable String webUser() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return null;
        }
        // a visitor must not pass for the platform itself
        return authentication instanceof AnonymousAuthenticationToken ? PUBLIC : authentication.getName();
    }
}
