package cn.lianping.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.PlatformTest;
import cn.lianping.Refusal;
import cn.lianping.web.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Broken and hostile files by every road there is to the engine's repository. */
@PlatformTest
@DisplayName("部署的关口")
class DesignGateTest {

    private static final String BY_BROWSER = "/camunda/api/engine/engine/default/deployment/create";
    private static final String BY_MODELER = "/engine-rest/deployment/create";
    private static final Map<String, String> ADMINISTRATOR = Map.of("Authorization", "Basic YWRtaW4xOmRlbW8=");

    private final RepositoryService repository;

    @LocalServerPort
    private int port;

    @Autowired
    DesignGateTest(RepositoryService repository) {
        this.repository = repository;
    }

    static List<Hostile> hostile() {
        return Hostile.all();
    }

    private List<Long> deployed() {
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @DisplayName("程序、设计工具和浏览器上传都被拒绝,说明原因,什么也没有部署")
    void everyRoadIsClosed(Hostile one) {
        List<Long> before = deployed();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name(one.what())
                        .addInputStream(one.file(), new ByteArrayInputStream(one.content()))
                        .deploy())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(one.reason())
                .hasMessageContaining(one.file());
        Visitor modeler = new Visitor(port);
        Map<String, byte[]> files = Map.of(one.file(), one.content());
        Map<String, String> fields = Map.of("deployment-name", one.what());
        Visitor.Answer answer = modeler.upload(BY_MODELER, files, "data", fields, ADMINISTRATOR);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message()).contains(one.reason()).contains("办法:");
        assertThat(deployed()).isEqualTo(before);
    }

    @Test
    @DisplayName("登录后的浏览器走同一关口;办公人员没有部署的权限")
    void byBrowser() {
        List<Long> before = deployed();
        Hostile one = hostile().get(hostile().size() - 1);
        Map<String, byte[]> files = Map.of(one.file(), one.content());
        Visitor.Answer refused =
                Visitor.loggedIn(port, "admin1").upload(BY_BROWSER, files, "data", Map.of("deployment-name", "x"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.message()).contains(one.reason());
        for (String user : List.of("office1", "manager1", "party1", "fixexp01")) {
            assertThat(Visitor.loggedIn(port, user)
                            .upload(BY_BROWSER, files, "data", Map.of("deployment-name", "x"))
                            .status())
                    .as(user)
                    .isIn(401, 403);
        }
        assertThat(deployed()).isEqualTo(before);
    }

    @Test
    @DisplayName("合乎规则的改动可以部署;一个错误使整个部署落空")
    void whatIsRightPasses() throws IOException {
        String text = Files.readString(Path.of("processes/publicity/publicity.bpmn"));
        byte[] right = text.replaceFirst("name=\"公示\"", "name=\"公示(修订)\"").getBytes(StandardCharsets.UTF_8);
        List<Long> before = deployed();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("processes/publicity/publicity.bpmn", new String(right, StandardCharsets.UTF_8))
                        .addString("recommend.form", "{}")
                        .deploy())
                .isInstanceOf(Refusal.class);
        assertThat(deployed()).isEqualTo(before);
        Deployment deployment = repository
                .createDeployment()
                .addString("processes/publicity/publicity.bpmn", new String(right, StandardCharsets.UTF_8))
                .deploy();
        repository.deleteDeployment(deployment.getId());
        assertThat(deployed()).isEqualTo(before);
    }
}
