package cn.lianping.web;

import cn.lianping.identity.Groups;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Where people begin their day: who watches over the procedure with the stage board in Cockpit, everybody else with the task
 * list. Who asked for a page before logging in gets that page.
 */
@Component
class StartPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String TASKS = "/camunda/app/tasklist/default/";
    private static final String STAGE_BOARD = "/camunda/app/cockpit/default/#/stage-board";

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return of(login);
    }

    /** The page of the person; a manager who also works tasks begins with those. */
    static String of(Authentication login) {
        boolean manages = groups(login).anyMatch(Groups::isManager);
        boolean handles = groups(login).anyMatch(group -> Groups.isOffice(group) || !Groups.isStaff(group));
        return manages && !handles ? STAGE_BOARD : TASKS;
    }

    private static Stream<String> groups(Authentication login) {
        return login.getAuthorities().stream()
                .map(authority -> authority.getAuthority().replaceFirst("^" + EngineUsers.ROLE, ""));
    }
}
