package cn.lianping.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine alone on the platform's database: the same diagram of the preliminary review, the same history level, nothing
 * of the platform. What it costs is what the platform's figures are compared with.
 */
final class BareEngine implements AutoCloseable {

    private static final String DIAGRAM = "processes/preliminary-review/preliminary-review.bpmn";
    private static final String KEY = "bare-preliminary-review";
    private static final Date LATER = new Date(System.currentTimeMillis() + 86_400_000L * 5);

    private final ProcessEngine engine;

    BareEngine(String url, String user, String password) {
        TaskListener nothing = task -> {};
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername(user);
        configuration.setJdbcPassword(password);
        configuration.setJdbcDriver("com.mysql.cj.jdbc.Driver");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(
                Map.of("dueTimes", new DueTimes(), "reminderListener", nothing, "escalationListener", nothing));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .name("bare")
                .addString("bare.bpmn", diagram())
                .deploy();
    }

    /** Fixed times in place of the policy's. */
    public static final class DueTimes {
        public Date due(DelegateExecution execution) {
            return LATER;
        }

        public Date reminder(DelegateExecution execution) {
            return LATER;
        }

        public Date escalation(DelegateExecution execution) {
            return LATER;
        }
    }

    private static String diagram() {
        try (InputStream file = BareEngine.class.getClassLoader().getResourceAsStream(DIAGRAM)) {
            if (file == null) {
                throw new IllegalStateException(DIAGRAM);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("id=\"preliminary-review\"", "id=\"" + KEY + "\"")
                    .replace("bpmnElement=\"preliminary-review\"", "bpmnElement=\"" + KEY + "\"");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts an instance; the answer is the task of the science department. */
    String start(int n) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        KEY,
                        "bare-" + n,
                        Map.of("roundNo", "bare", "allianceId", "B" + n, "leadCode", "L" + n, "area", "210100"))
                .getId();
        List<Task> tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_reviewByScienceDepartment")
                .list();
        return tasks.get(0).getId();
    }

    /** Completes a task with what the form holds; the engine stores it as process variables. */
    void complete(String task, Map<String, Object> form) {
        engine.getFormService().submitTaskForm(task, form);
    }

    @Override
    public void close() {
        engine.close();
    }
}
