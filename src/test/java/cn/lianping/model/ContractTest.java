package cn.lianping.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.design.Diagram;
import cn.lianping.design.Diagrams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("流程图与代码的约定")
class ContractTest {

    private static final Pattern CONDITION = Pattern.compile("#\\{(\\w+)(?: == '(\\w+)')?}");
    private static final Pattern GROUP_VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** The public table of user tasks: who does each. */
    private static final Map<String, String> USER_TASKS = Map.ofEntries(
            Map.entry("evaluation-round/userTask_compileAgenda", "province-office"),
            Map.entry("evaluation-round/userTask_selectPilots", "province-office"),
            Map.entry("self-evaluation/userTask_selfEvaluateElement", "org-${leadCode}"),
            Map.entry("self-evaluation/userTask_sealReport", "org-${member}"),
            Map.entry("self-evaluation/userTask_submitReport", "org-${leadCode}"),
            Map.entry("preliminary-review/userTask_reviewByScienceDepartment", "science-${area}"),
            Map.entry("preliminary-review/userTask_reviewByIndustryDepartment", "industry-${area}"),
            Map.entry("preliminary-review/userTask_recommend", "science-${area}"),
            Map.entry("comprehensive-evaluation/userTask_giveManagementOpinion", "division-${division}"),
            Map.entry("comprehensive-evaluation/userTask_confirmPanel", "province-office"),
            Map.entry("comprehensive-evaluation/userTask_reviewByExpert", "assignee ${seatExpert.of(execution)}"),
            Map.entry("party-group-deliberation/userTask_recordDeliberation", "party-group-office"),
            Map.entry("publicity/userTask_issueNotice", "province-office"),
            Map.entry("objection-handling/userTask_acceptObjection", "supervision"),
            Map.entry("objection-handling/userTask_investigateObjection", "supervision"),
            Map.entry("objection-handling/userTask_decideObjection", "supervision"),
            Map.entry("joint-release/userTask_draftRelease", "province-office"),
            Map.entry("joint-release/userTask_countersignByIndustry", "province-industry"),
            Map.entry("joint-release/userTask_signByScience", "province-science"),
            Map.entry("consultation/userTask_giveConsultedOpinion", "assignee ${signer}"),
            Map.entry("pilot-project/userTask_draftFundUsePlan", "org-${leadCode}"),
            Map.entry("pilot-project/userTask_fileProject", "division-${pilotDivision}"),
            Map.entry("pilot-project/userTask_reportMidterm", "org-${leadCode}"),
            Map.entry("pilot-project/userTask_reportFinal", "org-${leadCode}"),
            Map.entry("pilot-project/userTask_acceptProject", "division-${pilotDivision}"));

    @Test
    @DisplayName("人工任务及其办理人与公布的一览表一致")
    void userTasksAreThePublishedOnes() {
        Map<String, String> drawn = new TreeMap<>();
        for (Diagram diagram : Diagrams.all()) {
            for (UserTask task : diagram.all(UserTask.class)) {
                drawn.put(
                        diagram.key() + "/" + task.getId(),
                        task.getCamundaAssignee() == null
                                ? task.getCamundaCandidateGroups()
                                : "assignee " + task.getCamundaAssignee());
            }
        }
        assertThat(drawn).containsExactlyInAnyOrderEntriesOf(USER_TASKS);
    }

    @Test
    @DisplayName("人工任务、流程与消息的标识两边一致")
    void idsAreTheSameOnBothSides() {
        assertThat(Contracts.USER_TASKS)
                .as("a task without a constant has no rule; a constant without a task is never met")
                .isEqualTo(texts(UserTask.class, BaseElement::getId));
        assertThat(Contracts.PROCESSES)
                .isEqualTo(Diagrams.all().stream().map(Diagram::key).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(Contracts.MESSAGES)
                .as("a message nobody waits for is an error at run time, one nobody sends waits for ever")
                .isEqualTo(texts(Message.class, Message::getName));
    }

    private static <T extends BaseElement> Set<String> texts(
            Class<T> type, java.util.function.Function<T, String> text) {
        return Diagrams.all().stream()
                .flatMap(diagram -> diagram.all(type).stream())
                .map(text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("分支条件和候选组只用代码写出的变量和取值")
    void conditionsReadWhatTheCodeWrites() throws IOException {
        String sources = sources();
        for (Diagram diagram : Diagrams.all()) {
            for (ConditionExpression condition : diagram.all(ConditionExpression.class)) {
                Matcher parts = CONDITION.matcher(condition.getTextContent().strip());
                assertThat(parts.matches())
                        .as("%s: %s", diagram, condition.getTextContent())
                        .isTrue();
                assertThat(Contracts.VARIABLES).as(diagram.file()).contains(parts.group(1));
                if (parts.group(2) != null) {
                    assertThat(sources).as(diagram.file()).containsPattern("\\b" + parts.group(2) + "\\b");
                }
            }
            for (UserTask task : diagram.all(UserTask.class)) {
                Matcher variable = GROUP_VARIABLE.matcher(String.valueOf(task.getCamundaCandidateGroups()));
                if (variable.find()) {
                    assertThat(Contracts.VARIABLES).as(task.getId()).contains(variable.group(1));
                }
            }
        }
    }

    @Test
    @DisplayName("没有哪个常量的条件会落空")
    void aTypoInAConditionWouldBeSeen() {
        assertThat(CONDITION.matcher("#{reviewOutcome == 'PASS'}").matches()).isTrue();
        assertThat(CONDITION.matcher("#{reviewOutcome = 'PASS'}").matches()).isFalse();
        assertThat(Contracts.VARIABLES).doesNotContain("reviewOutcom");
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
