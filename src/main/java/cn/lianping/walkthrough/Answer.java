package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the server answered. */
record Answer(int status, String location, byte[] body) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 500;

    boolean ok() {
        return status >= 200 && status < 300;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node where there is none. */
    JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            throw new Unexpected("服务器的回答不是 JSON(状态 %d):%s".formatted(status, shortText()), e);
        }
    }

    /** The reason a refusal gives, or the start of the answer. */
    String message() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.hasNonNull("message")) {
                return node.get("message").asText();
            }
        } catch (IOException e) {
            // not JSON: what was sent is shown as it is
            return shortText();
        }
        return shortText();
    }

    boolean asksForLogin() {
        return status == 401 || (status >= 300 && status < 400 && location.contains("/login"));
    }

    private String shortText() {
        String text = text();
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
