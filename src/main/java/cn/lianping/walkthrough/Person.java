package cn.lianping.walkthrough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person with a login session, which is kept for the whole round. */
final class Person {

    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*\\bname=\"_csrf\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final int ATTEMPTS = 4;

    private final String id;
    private final String password;
    private final Connection connection;
    private boolean loggedIn;

    Person(String id, String password, Connection connection) {
        this.id = id;
        this.password = password;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    /** The hidden field of a page that protects its form. */
    static String csrfField(String page) {
        Matcher field = HIDDEN.matcher(page);
        if (field.find()) {
            Matcher value = VALUE.matcher(field.group());
            if (value.find()) {
                return value.group(1);
            }
        }
        return "";
    }

    JsonNode get(String path) {
        return require("GET", path, request("GET", path, Map.of(), new byte[0])).json();
    }

    byte[] bytes(String path) {
        return require("GET", path, request("GET", path, Map.of(), new byte[0])).body();
    }

    JsonNode post(String path, Object body) {
        return require("POST", path, send("POST", path, body)).json();
    }

    JsonNode put(String path, Object body) {
        return require("PUT", path, send("PUT", path, body)).json();
    }

    JsonNode upload(String path, Multipart files) {
        Answer answer = request("POST", path, Map.of("Content-Type", files.contentType()), files.body());
        return require("POST", path, answer).json();
    }

    /** Sends JSON; what comes back may be a refusal. */
    Answer send(String method, String path, Object body) {
        return request(method, path, Map.of("Content-Type", "application/json"), json(body));
    }

    /** Sends anything with the session's protection against forged requests; logs in (again) where needed. */
    Answer request(String method, String path, Map<String, String> headers, byte[] body) {
        for (int attempt = 1; ; attempt++) {
            if (!loggedIn) {
                login();
            }
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putIfAbsent("Accept", "application/json, */*;q=0.5");
            if (path.startsWith("/camunda") && !method.equals("GET")) {
                all.put("X-XSRF-TOKEN", connection.cookie("XSRF-TOKEN"));
            }
            Answer answer = connection.send(method, path, all, body);
            boolean sessionOver = answer.asksForLogin()
                    || (path.startsWith("/camunda")
                            && answer.status() == 403
                            && answer.text().toLowerCase(Locale.ROOT).contains("csrf"));
            boolean overtaken = answer.status() >= 500
                    && answer.text().toLowerCase(Locale.ROOT).contains("optimisticlocking");
            if (attempt >= ATTEMPTS || !(sessionOver || overtaken)) {
                return answer;
            }
            loggedIn = !sessionOver;
        }
    }

    Answer require(String method, String path, Answer answer) {
        if (!answer.ok()) {
            throw new Unexpected(
                    "%s 的请求 %s %s 被拒绝(%d):%s".formatted(id, method, path, answer.status(), answer.message()));
        }
        return answer;
    }

    private void login() {
        connection.forget();
        Answer page = connection.send("GET", "/login", Map.of("Accept", "text/html"), new byte[0]);
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(encoded(id), encoded(password), encoded(csrfField(page.text())));
        Answer answer = connection.send(
                "POST",
                "/login",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"),
                form.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new Unexpected("%s 无法登录(状态 %d %s);请检查账号与密码".formatted(id, answer.status(), answer.location()));
        }
        connection.send("GET", "/camunda/app/tasklist/default/", Map.of("Accept", "text/html"), new byte[0]);
        if (connection.cookie("XSRF-TOKEN").isEmpty()) {
            throw new Unexpected(id + " 登录后没有得到 XSRF-TOKEN,无法提交");
        }
        loggedIn = true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] json(Object body) {
        try {
            return Answer.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
