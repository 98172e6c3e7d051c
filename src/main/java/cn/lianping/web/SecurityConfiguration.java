package cn.lianping.web;

import cn.lianping.identity.Groups;
import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One login for everything: Spring Security over the engine's users. The starter's open {@code /engine-rest} is closed to
 * all but technical administrators and keeps no session, so that no browser session can be abused for it.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    private static final String ADMIN = "camunda-admin";

    @Bean
    @Order(1)
    SecurityFilterChain technicalInterfaces(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/engine-rest/**"), path("/actuator/**")))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(ADMIN))
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    /** Helpers for staff: by the session of the web applications, or by HTTP Basic without one. */
    @Bean
    @Order(2)
    SecurityFilterChain staffInterfaces(HttpSecurity http, JsonAnswers answers) throws Exception {
        return http.securityMatcher(path("/api/**"))
                // they compute and change nothing, so a forged request gains nothing
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((login, request) -> new AuthorizationDecision(isStaff(login.get()))))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(answers.loginNeeded())
                        .accessDeniedHandler(answers.forbidden()))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers.loginNeeded()))
                .build();
    }

    /**
     * By the whole path, whichever servlet serves it: a pattern given as text is compared within Spring MVC's servlet
     * alone, and the engine's REST interface is another one.
     */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }

    /** Whoever works for an office: neither for an alliance nor as an expert alone. */
    private static boolean isStaff(Authentication login) {
        return login.isAuthenticated()
                && login.getAuthorities().stream()
                        .map(authority -> authority.getAuthority().replaceFirst("^" + EngineUsers.ROLE, ""))
                        .anyMatch(group -> !group.equals("ANONYMOUS") && Groups.isStaff(group));
    }

    @Bean
    @Order(3)
    SecurityFilterChain webPages(HttpSecurity http, StartPage start) throws Exception {
        RequestMatcher data = request -> request.getRequestURI().contains("/api/");
        return http
                // the web applications bring their own protection against forged requests
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/api/**", "/camunda/app/**"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/login",
                                "/public",
                                "/public/**",
                                "/*.css",
                                "/favicon.ico",
                                "/camunda/assets/**",
                                "/camunda/lib/**",
                                "/camunda/favicon.ico",
                                "/error")
                        .permitAll()
                        .requestMatchers("/admin/**", "/demo/**")
                        .hasRole(ADMIN)
                        .requestMatchers("/design", "/design/**")
                        .hasRole(Groups.PROCESS_ADMIN)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), data))
                .formLogin(
                        login -> login.loginPage("/login").successHandler(start).permitAll())
                // the web applications' own 退出登录 would leave this session, which logs in again by itself
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(post("/logout"), post("/camunda/api/admin/auth/user/*/logout")))
                        .logoutSuccessUrl("/login?logout")
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                path("/camunda/api/**")))
                .build();
    }

    /** Tells the web applications who has logged in; after the security chain. */
    @Bean
    FilterRegistrationBean<Filter> webApplicationLogin() {
        var registration = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", LoggedInUser.class.getName()));
        registration.setOrder(201);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }

    /** Binds the same person to the engine for {@code /engine-rest}, so that the engine's authorizations apply there. */
    @Bean
    FilterRegistrationBean<Filter> restLogin() {
        var registration = new FilterRegistrationBean<Filter>(new ProcessEngineAuthenticationFilter());
        registration.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, LoggedInUser.class.getName()));
        registration.setOrder(202);
        registration.addUrlPatterns("/engine-rest/*");
        return registration;
    }
}
