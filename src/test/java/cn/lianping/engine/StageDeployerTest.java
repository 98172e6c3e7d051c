package cn.lianping.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@PlatformTest
@DisplayName("流程部署")
class StageDeployerTest {

    private static final String FILE = "processes/party-group-deliberation.bpmn";

    private final StageDeployer deployer;
    private final RepositoryService repository;
    private final DeployedModels models;

    @Autowired
    StageDeployerTest(StageDeployer deployer, RepositoryService repository, DeployedModels models) {
        this.deployer = deployer;
        this.repository = repository;
        this.models = models;
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("party-group-deliberation")
                .latestVersion()
                .singleResult();
    }

    @Test
    @DisplayName("再次启动不产生新版本")
    void aSecondStartMakesNoVersion() throws Exception {
        long before = repository.createProcessDefinitionQuery().count();
        long deployments = repository.createDeploymentQuery().count();
        deployer.deploy();
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    @DisplayName("管理员投入使用的表单不被产品包替换,产品包有新内容时也不")
    void anAdministratorsFormStays() throws Exception {
        String path = "forms/preliminary-review/recommend.form";
        String own = new ClassPathResource(path)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("推荐", "举荐");
        String deployment = models.deploy("管理员", null, Map.of(path, own)).get(0).deploymentId();
        try {
            // a product upgrade: what the package brings differs from what it last deployed
            new StageDeployer(repository, models, new PackagedFiles() {
                        @Override
                        public Map<String, byte[]> all() {
                            Map<String, byte[]> files = new TreeMap<>(super.all());
                            files.computeIfPresent(path, (name, content) -> upgraded(content));
                            return files;
                        }
                    })
                    .deploy();
            assertThat(models.form("recommend", null).map(String::new).orElseThrow())
                    .isEqualTo(own);
        } finally {
            repository.deleteDeployment(deployment);
        }
    }

    private static byte[] upgraded(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replace("推荐", "推荐(新版)")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("管理员部署的更新版本不被产品包替换")
    void anAdministratorsDiagramStays() throws Exception {
        String packaged = new ClassPathResource("processes/deliberation/party-group-deliberation.bpmn")
                .getContentAsString(StandardCharsets.UTF_8);
        Deployment own = repository
                .createDeployment()
                .name("管理员")
                .addString(FILE, packaged.replace("name=\"党组会审议\"", "name=\"党组会审议(修订)\""))
                .deploy();
        try {
            assertThat(latest().getDeploymentId()).isEqualTo(own.getId());
            deployer.deploy();
            assertThat(latest().getDeploymentId()).isEqualTo(own.getId());
        } finally {
            repository.deleteDeployment(own.getId());
        }
    }
}
