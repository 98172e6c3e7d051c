package cn.lianping.design;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.engine.PackagedFiles;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same broken and hostile files through the page: told while drawing, and never put in force. */
@PlatformTest
@DisplayName("流程设计页上的坏文件")
class HostilePageTest {

    private static final String API = "/design/api";

    /** Said of a file of a kind that the platform does not run at all. */
    private static final String NO_PLACE = "不是可以使用的文件位置";

    private final RepositoryService repository;
    private final PackagedFiles packaged;

    @LocalServerPort
    private int port;

    @Autowired
    HostilePageTest(RepositoryService repository, PackagedFiles packaged) {
        this.repository = repository;
        this.packaged = packaged;
    }

    /** Where the file stands in the product; a place of its own for one that the product does not have. */
    private String pathOf(Hostile one) {
        String file = one.file().substring(one.file().lastIndexOf('/') + 1);
        return packaged.all().keySet().stream()
                .filter(path -> path.endsWith("/" + file))
                .findFirst()
                .orElse((file.endsWith(".form") ? "forms/" : "processes/") + "hostile/" + file);
    }

    @Test
    @DisplayName("检查逐个说出原因;存作草稿的不能生效;什么也没有部署")
    void toldAndNeverInForce() {
        long before = repository.createDeploymentQuery().count();
        Visitor admin = Visitor.loggedIn(port, "admin1");
        String page = admin.get("/design").body();
        Map<String, String> token = Map.of(meta(page, "csrf-header"), meta(page, "csrf-token"));
        List<String> silent = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        for (Hostile one : Hostile.all()) {
            String path = pathOf(one);
            String content = new String(one.content(), StandardCharsets.UTF_8);
            Visitor.Answer told = admin.post(API + "/check", Map.of("path", path, "content", content), token);
            if (!isTold(one, told)) {
                silent.add(one + ": " + told.status() + " " + shortened(told.body()));
            }
            Visitor.Answer change =
                    admin.post(API + "/changes", Map.of("title", one.what(), "paths", List.of(path)), token);
            if (change.status() == 400) {
                // such a file has no place among the designs
                assertThat(change.message()).as(one.what()).contains(NO_PLACE);
                continue;
            }
            String id = change.json().path("id").asText();
            Visitor.Answer saved = admin.send(
                    "PUT",
                    API + "/changes/" + id + "/files",
                    Map.of("path", path, "content", content, "baseVersion", 1),
                    token);
            assertThat(saved.status()).as("%s: %s", one, saved.body()).isIn(200, 400, 413);
            if (saved.status() != 200) {
                assertThat(saved.body()).as(one.what()).contains("\"message\"");
            }
            Visitor.Answer proposal = admin.post(
                    API + "/changes/" + id + "/proposal", Map.of("reason", "请生效", "warnings", Map.of()), token);
            if (proposal.status() < 400) {
                proposed.add(one.toString());
            }
            admin.post(API + "/changes/" + id + "/discard", Map.of("reason", "测试结束"), token);
        }
        assertThat(silent).isEmpty();
        assertThat(proposed).isEmpty();
        assertThat(Hostile.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private static String meta(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" content=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static boolean isTold(Hostile one, Visitor.Answer told) {
        if (told.status() != 200) {
            return List.of(400, 413).contains(told.status())
                    && (told.message().contains(one.reason()) || told.message().contains(NO_PLACE));
        }
        for (JsonNode problem : told.json().path("problems")) {
            if (problem.path("severity").asText().equals("ERROR")
                    && problem.path("sentence").asText().contains(one.reason())) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
