package cn.lianping.web;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Logs people in against the engine's users; their groups are their roles. */
@Component
class EngineUsers implements AuthenticationProvider {

    static final String ROLE = "ROLE_";

    private final ProcessEngine engine;

    EngineUsers(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var identities = engine.getIdentityService();
        String user = attempt.getName();
        if (!identities.checkPassword(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("用户名或密码错误");
        }
        List<SimpleGrantedAuthority> roles = identities.createGroupQuery().groupMember(user).list().stream()
                .map(group -> new SimpleGrantedAuthority(ROLE + group.getId()))
                .toList();
        return new UsernamePasswordAuthenticationToken(user, null, roles);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
