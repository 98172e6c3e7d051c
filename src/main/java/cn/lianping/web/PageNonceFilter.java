package cn.lianping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes the page of a web application and its security header agree. The engine keeps the random number that the page's
 * scripts carry in one place for all requests (Camunda 7.24, {@code ContentSecurityPolicyProvider}): when two requests
 * overlap, the header names the number of one and the page that of the other, and the browser refuses every script.
 */
@Component
@Order(99)
class PageNonceFilter extends OncePerRequestFilter {

    private static final String HEADER = "Content-Security-Policy";
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([A-Za-z0-9_=-]+)\"");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-[^']+'");
    private static final Pattern PAGE = Pattern.compile("/camunda/app/[a-z]+/[A-Za-z0-9-]+/?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String policy = held.getHeader(HEADER);
        Matcher page = IN_PAGE.matcher(new String(held.getContentAsByteArray(), StandardCharsets.UTF_8));
        if (policy != null && page.find()) {
            held.setHeader(
                    HEADER,
                    IN_HEADER.matcher(policy).replaceAll(Matcher.quoteReplacement("'nonce-" + page.group(1) + "'")));
        }
        held.copyBodyToResponse();
    }
}
