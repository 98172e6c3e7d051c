package cn.lianping.web;

import cn.lianping.Refusal;
import cn.lianping.engine.RefusalInterceptor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives people the Chinese reason alone, with the right status, where the engine's REST interface would answer in
 * English.
 */
@Component
@Order(100)
class EngineErrorFilter extends OncePerRequestFilter {

    private final ObjectMapper json;

    EngineErrorFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !(path.contains("/camunda/api/engine/") || path.contains("/engine-rest/"))
                || path.endsWith("/data")
                || path.endsWith("/diagram");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        RefusalInterceptor.takeLast();
        chain.doFilter(request, held);
        if (held.getStatus() >= 400) {
            translate(held);
        }
        held.copyBodyToResponse();
    }

    private void translate(ContentCachingResponseWrapper held) throws IOException {
        Refusal refusal = RefusalInterceptor.takeLast();
        if (refusal != null) {
            answer(held, refusal.kind().status(), refusal.reason());
            return;
        }
        String type = type(held.getContentAsByteArray());
        String message = known(held.getStatus(), type);
        if (message != null) {
            answer(held, type.contains("OptimisticLocking") ? 409 : held.getStatus(), message);
        }
    }

    private String type(byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            if (node == null) {
                return "";
            }
            // the REST interface wraps a collision into an exception of its own
            boolean collision = node.path("message").asText("").contains("by another transaction concurrently");
            return collision ? "OptimisticLockingException" : node.path("type").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private static @Nullable String known(int status, String type) {
        if (type.contains("OptimisticLocking")) {
            return "该任务刚刚被他人处理,请刷新后再试";
        }
        return switch (status) {
            case 401 -> "请先登录";
            case 403 -> "您没有权限进行此项操作";
            case 404 -> "没有找到,可能已办结或您无权查看";
            default -> null;
        };
    }

    private void answer(ContentCachingResponseWrapper held, int status, String message) throws IOException {
        held.resetBuffer();
        held.setStatus(status);
        held.setContentType("application/json;charset=UTF-8");
        held.getOutputStream()
                .write(json.writeValueAsString(Map.of("type", "Refusal", "message", message))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
