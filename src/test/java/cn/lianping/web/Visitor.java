package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps its cookies, logs in through the page, and speaks to the server as Tasklist does. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "lianping-boundary";

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Somebody without a login. */
    public Visitor(int port) {
        base = "http://localhost:" + port;
    }

    /** An answer of the server. */
    public record Answer(int status, String body) {

        /** The reason as the person reads it. */
        public String message() {
            return json().path("message").asText();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    /** Somebody who has logged in; everybody's password is {@code demo}. */
    public static Visitor loggedIn(int port, String user) {
        Visitor visitor = new Visitor(port);
        String token = visitor.csrfOf("/login");
        String form = "username=" + encoded(user) + "&password=demo&_csrf=" + encoded(token);
        Answer answer = visitor.send("POST", "/login", "application/x-www-form-urlencoded", bytes(form), Map.of());
        assertThat(answer.status()).as("login of %s", user).isEqualTo(302);
        // the web applications hand out their token against forged requests with their page
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    public Answer get(String path) {
        return send("GET", path, "", new byte[0], Map.of());
    }

    /** The same with further headers. */
    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, "", new byte[0], headers);
    }

    /** A file as the server sends it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Download(int status, String contentType, String disposition, byte[] bytes) {}

    /** Fetches a file. */
    public Download download(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Download(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Content-Disposition").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page as a browser does. */
    public Answer page(String path) {
        return send("GET", path, "", new byte[0], Map.of("Accept", "text/html"));
    }

    /** Posts a value as JSON. */
    public Answer post(String path, Object value) {
        return post(path, value, Map.of());
    }

    /** The same with further headers. */
    public Answer post(String path, Object value, Map<String, String> headers) {
        try {
            return send("POST", path, "application/json", JSON.writeValueAsBytes(value), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends JSON with any method, as a program would that knows the addresses. */
    public Answer send(String method, String path, Object value) {
        return send(method, path, value, Map.of());
    }

    /** The same with further headers. */
    public Answer send(String method, String path, Object value, Map<String, String> headers) {
        return send(method, path, "application/json", bytes(text(value)), headers);
    }

    /** Submits the form of a task; lists travel as JSON, as Tasklist sends them. */
    public Answer submit(String taskId, Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?> many ? Map.of("type", "Json", "value", text(many)) : Map.of("value", value)));
        return post(
                "/camunda/api/engine/engine/default/task/" + taskId + "/submit-form", Map.of("variables", variables));
    }

    /** Uploads a file with further fields, as the tabs and the public page do. */
    public Answer upload(String path, String name, byte[] content, Map<String, String> fields) {
        return upload(path, Map.of(name, content), "file", fields);
    }

    /** Uploads several files under one field. */
    public Answer upload(String path, Map<String, byte[]> files, String field, Map<String, String> fields) {
        return upload(path, files, field, fields, Map.of());
    }

    /** The same with further headers. */
    public Answer upload(
            String path,
            Map<String, byte[]> files,
            String field,
            Map<String, String> fields,
            Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(bytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, key, value))));
        files.forEach((name, content) -> {
            body.writeBytes(bytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(BOUNDARY, field, name)));
            body.writeBytes(content);
            body.writeBytes(bytes("\r\n"));
        });
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), headers);
    }

    /** The hidden field of a page against forged requests. */
    public String csrfOf(String page) {
        Answer answer = get(page);
        Matcher token = CSRF.matcher(answer.body());
        assertThat(token.find())
                .as("csrf field of %s: %s", page, answer.status())
                .isTrue();
        return token.group(1);
    }

    private Answer send(String method, String path, String type, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("Accept", "application/json, text/html;q=0.9");
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (path.startsWith("/camunda/api/")) {
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .findFirst()
                    .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
