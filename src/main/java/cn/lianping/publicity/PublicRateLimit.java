package cn.lianping.publicity;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back addresses that ask the public page too often, before anything they send is read. Counted per node, by real
 * time: this protects the machine and is no rule of the measures.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PublicRateLimit extends OncePerRequestFilter {

    static final int READS_A_MINUTE = 240;
    static final int OBJECTIONS_IN_TEN_MINUTES = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final String MESSAGE = "访问过于频繁,请十分钟后再试";

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.equals("/public") && !path.startsWith("/public/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (bucket(request.getRemoteAddr(), reads).tryConsume(1)) {
            chain.doFilter(request, response);
            return;
        }
        String accept = request.getHeader("Accept");
        boolean json = accept != null && accept.contains("application/json");
        response.setStatus(429);
        response.setHeader("Retry-After", reads ? "60" : "600");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(json ? "application/json" : "text/plain");
        response.getWriter().write(json ? "{\"message\":\"" + MESSAGE + "\"}" : MESSAGE);
    }

    private Bucket bucket(String address, boolean reads) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    (reads ? "r " : "w ") + network(address),
                    k -> reads
                            ? of(READS_A_MINUTE, Duration.ofMinutes(1))
                            : of(OBJECTIONS_IN_TEN_MINUTES, Duration.ofMinutes(10)));
        }
    }

    private static Bucket of(int capacity, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build();
    }

    /** One subscriber has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (address.indexOf(':') < 0 || address.contains("::")) {
            return address;
        }
        String[] parts = address.split(":", -1);
        return String.join(":", Arrays.asList(parts).subList(0, Math.min(4, parts.length)));
    }
}
