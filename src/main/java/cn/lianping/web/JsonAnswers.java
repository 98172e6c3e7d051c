package cn.lianping.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refusals of the security chain as programs and pages read them: the Chinese reason alone. */
@Component
class JsonAnswers {

    private final ObjectMapper json;

    JsonAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Without a challenge, so that no browser keeps a password for these addresses. */
    AuthenticationEntryPoint loginNeeded() {
        return (request, response, problem) -> write(response, 401, "请先登录(用户名或密码不对,或会话已过期)");
    }

    AccessDeniedHandler forbidden() {
        return (request, response, problem) -> write(response, 403, "您没有权限使用此项功能");
    }

    private void write(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(json.writeValueAsString(Map.of("type", "Refusal", "message", message))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
