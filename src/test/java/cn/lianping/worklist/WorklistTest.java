package cn.lianping.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.Statements;
import cn.lianping.alliance.Registry;
import cn.lianping.identity.TaskLists;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@DisplayName("任务列表、卡片、搜索与我已办")
class WorklistTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String LIANPING = "/camunda/api/lianping";

    @LocalServerPort
    private int port;

    private final Desk desk;
    private final CaseSteps steps;
    private final RoundSteps roundSteps;
    private final Rounds rounds;
    private final Cases cases;
    private final Registry registry;
    private final TaskLists lists;
    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Statements statements;
    private final TransactionTemplate transaction;

    @Autowired
    WorklistTest(
            Desk desk,
            CaseSteps steps,
            RoundSteps roundSteps,
            Rounds rounds,
            Cases cases,
            Registry registry,
            TaskLists lists,
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            Statements statements,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.steps = steps;
        this.roundSteps = roundSteps;
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.lists = lists;
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.statements = statements;
        this.transaction = transaction;
    }

    private Visitor at(String user) {
        return Visitor.loggedIn(port, user);
    }

    private String leadOf(String caseNo) {
        return FixtureRegistry.personOf(cases.require(caseNo).leadCode());
    }

    private static List<String> names(Visitor person) {
        List<String> names = new ArrayList<>();
        person.get(ENGINE + "/filter?sortBy=name&sortOrder=asc&maxResults=500")
                .json()
                .forEach(filter -> names.add(filter.path("name").asText()));
        return names;
    }

    /** Ids of the tasks that a list shows to the person. */
    private static List<String> shown(Visitor person, String list) {
        for (JsonNode filter : person.get(ENGINE + "/filter?maxResults=500").json()) {
            if (filter.path("name").asText().equals(list)) {
                Visitor.Answer answer =
                        person.get(ENGINE + "/filter/" + filter.path("id").asText() + "/list?maxResults=2000");
                assertThat(answer.status()).as("%s: %s", list, answer.body()).isEqualTo(200);
                List<String> ids = new ArrayList<>();
                answer.json().forEach(task -> ids.add(task.path("id").asText()));
                return ids;
            }
        }
        throw new AssertionError("no list " + list);
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }

    private static Visitor.Answer cards(Visitor person, List<String> ids) {
        return person.get(LIANPING + "/tasks/cards?ids=" + String.join(",", ids));
    }

    private static Visitor.Answer search(Visitor person, String text) {
        return person.get(LIANPING + "/tasks/search?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("每个角色只看到自己的列表,批次结束后其列表消失")
    void everyRoleSeesItsLists() {
        String roundNo = roundSteps.open();
        String caseNo = steps.apply(roundNo);
        String ofRound = "本批次 " + roundNo;
        List<String> office = names(at("office1"));
        assertThat(office).contains("我的待办", "本部门待办", "即将到期", "已逾期", ofRound).doesNotContain("本单位待办", "全部待办");
        for (String staff : List.of("sci210100", "ind210200", "divs1", "party1", "super1", "scisigner")) {
            assertThat(names(at(staff))).as(staff).contains("本部门待办", ofRound).doesNotContain("全部待办");
        }
        assertThat(names(at(leadOf(caseNo)))).containsExactlyInAnyOrder("我的待办", "本单位待办", "即将到期", "已逾期");
        assertThat(names(at("fixexp01"))).containsExactlyInAnyOrder("我的待办", "即将到期", "已逾期");
        assertThat(names(at("manager1")))
                .contains("我的待办", "全部待办", "全部即将到期", "全部已逾期", ofRound)
                .doesNotContain("本部门待办", "本单位待办");

        transaction.executeWithoutResult(status -> rounds.become(roundNo, Round.CLOSED));
        assertThat(names(at("office1"))).doesNotContain(ofRound);
        transaction.executeWithoutResult(status -> rounds.become(roundNo, Round.OPEN));
        assertThat(names(at("office1"))).contains(ofRound);
    }

    @Test
    @DisplayName("列表内容:本单位、我的、即将到期、已逾期、本批次、全部")
    void listsHoldWhatTheySay() {
        String roundNo = roundSteps.open();
        String caseNo = steps.apply(roundNo);
        List<Task> open = desk.open(caseNo, "userTask_selfEvaluateElement");
        List<String> all = ids(open);
        String lead = leadOf(caseNo);
        Visitor person = at(lead);
        Visitor manager = at("manager1");
        assertThat(shown(person, "本单位待办")).containsAll(all);
        assertThat(shown(person, "我的待办")).doesNotContainAnyElementsOf(all);
        assertThat(shown(manager, "本批次 " + roundNo)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(shown(at("divs1"), "本批次 " + roundNo)).isEmpty();

        // one claimed and long overdue, one offered and due tomorrow at midnight, one far away
        Task over = open.get(0);
        Task soon = open.get(1);
        Task far = open.get(2);
        tasks.setAssignee(over.getId(), lead);
        due(over, "2020-01-06T16:00:00Z");
        long now = org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().getTime();
        due(soon, java.time.Instant.ofEpochMilli(now + 3_600_000).toString());
        due(far, java.time.Instant.ofEpochMilli(now + 40L * 86_400_000).toString());
        assertThat(shown(person, "我的待办")).contains(over.getId());
        assertThat(shown(person, "本单位待办")).doesNotContain(over.getId()).contains(soon.getId());
        assertThat(shown(person, "已逾期")).contains(over.getId()).doesNotContain(soon.getId(), far.getId());
        assertThat(shown(person, "即将到期")).contains(soon.getId()).doesNotContain(over.getId(), far.getId());
        assertThat(shown(manager, "全部已逾期")).contains(over.getId());
        assertThat(shown(manager, "全部即将到期")).contains(soon.getId()).doesNotContain(far.getId());

        JsonNode cards =
                cards(person, List.of(over.getId(), soon.getId(), far.getId())).json();
        assertThat(cards.path(0).path("urgency").asText()).isEqualTo("over");
        assertThat(cards.path(0).path("left").asText()).startsWith("逾期 ").contains("个工作日");
        assertThat(cards.path(1).path("urgency").asText()).isEqualTo("soon");
        assertThat(cards.path(2).path("left").asText()).startsWith("剩 ");
    }

    private void due(Task task, String at) {
        Task fresh = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        fresh.setDueDate(java.util.Date.from(java.time.Instant.parse(at)));
        tasks.saveTask(fresh);
    }

    @Test
    @DisplayName("已有数据库中人人可见的旧列表改为同样状态,管理员此后的改动保留")
    void formerListsBecomeTheSame() {
        Filter former = filters.newTaskFilter("本部门待办");
        former.setQuery(tasks.createTaskQuery());
        List<Filter> present =
                filters.createTaskFilterQuery().filterName("本部门待办").list();
        present.forEach(filter -> filters.deleteFilter(filter.getId()));
        former = filters.saveFilter(former);
        Authorization global = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        global.setResource(Resources.FILTER);
        global.setResourceId(former.getId());
        global.addPermission(Permissions.READ);
        authorizations.saveAuthorization(global);
        assertThat(names(at("fixexp01"))).contains("本部门待办");

        lists.establish();
        assertThat(names(at("fixexp01"))).doesNotContain("本部门待办");
        assertThat(names(at("office1"))).containsOnlyOnce("本部门待办");
        long rights = authorizations.createAuthorizationQuery().count();
        Filter renamed = filters.getFilter(former.getId());
        renamed.setName("本部门待办(改名)");
        filters.saveFilter(renamed);
        lists.establish();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(names(at("office1"))).contains("本部门待办(改名)").doesNotContain("本部门待办");
        renamed.setName("本部门待办");
        filters.saveFilter(renamed);
    }

    @Test
    @DisplayName("卡片一次查询多张:语句数不随任务数增长,他人的任务不出现")
    void cardsInAFixedNumberOfStatements() {
        String roundNo = roundSteps.open();
        String caseNo = steps.apply(roundNo);
        String other = steps.apply(roundNo);
        List<String> mine = ids(desk.open(caseNo, "userTask_selfEvaluateElement"));
        List<String> foreign = ids(desk.open(other, "userTask_selfEvaluateElement"));
        Visitor person = at(leadOf(caseNo));
        List<String> both = new ArrayList<>(mine);
        both.addAll(foreign);
        JsonNode found = cards(person, both).json();
        assertThat(found).hasSize(10);
        JsonNode first = found.path(0);
        assertThat(first.path("id").asText()).isEqualTo(mine.get(0));
        assertThat(first.path("title").asText()).startsWith("自评:");
        assertThat(first.path("caseNo").asText()).isEqualTo(caseNo);
        assertThat(first.path("alliance").asText())
                .isEqualTo(registry.alliance(cases.require(caseNo).allianceId()).name());
        assertThat(first.path("stage").asText()).isEqualTo("联盟自评");
        assertThat(first.path("offeredTo").asText()).startsWith("测试盟主");
        assertThat(first.path("due").asText()).contains("月");

        Visitor manager = at("manager1");
        List<String> few = statements.during(() -> cards(manager, mine.subList(0, 1)));
        List<String> many = statements.during(() -> cards(manager, both));
        assertThat(many).as("statements for twenty cards").hasSameSizeAs(few).hasSizeLessThan(12);

        assertThat(person.get(LIANPING + "/tasks/" + foreign.get(0) + "/card").status())
                .isEqualTo(404);
        Visitor.Answer gone = person.get(LIANPING + "/tasks/nothing/card");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.message()).contains("已办结");
        String many51 =
                java.util.stream.IntStream.range(0, 51).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        assertThat(cards(person, Arrays.asList(many51.split(","))).status()).isEqualTo(400);
        assertThat(new Visitor(port).get(LIANPING + "/tasks/cards?ids=x").status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("按案卷号或联盟名称搜索待办,只搜到可办理的,语句数固定")
    void searchesByCaseAndAlliance() {
        String roundNo = roundSteps.open();
        String caseNo = steps.apply(roundNo);
        String other = steps.apply(roundNo);
        String alliance = registry.alliance(cases.require(caseNo).allianceId()).name();
        Visitor person = at(leadOf(caseNo));
        JsonNode byNumber = search(person, caseNo).json();
        assertThat(byNumber.path("total").asInt()).isEqualTo(10);
        assertThat(byNumber.path("rows").path(0).path("caseNo").asText()).isEqualTo(caseNo);
        assertThat(search(person, alliance).json().path("total").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(search(person, other).json().path("total").asInt()).isZero();
        assertThat(search(person, "%").json().path("total").asInt())
                .as("a sign is a sign")
                .isZero();
        assertThat(search(person, " ").status()).isEqualTo(400);
        assertThat(search(at("divs1"), caseNo).json().path("total").asInt()).isZero();

        Visitor manager = at("manager1");
        JsonNode round = search(manager, roundNo + "-").json();
        assertThat(round.path("total").asInt()).isEqualTo(20);
        assertThat(round.path("rows")).hasSize(20);
        List<String> one = statements.during(() -> search(manager, caseNo));
        List<String> all = statements.during(() -> search(manager, roundNo + "-"));
        assertThat(all).hasSameSizeAs(one).hasSizeLessThan(15);
        assertThat(new Visitor(port).get(LIANPING + "/tasks/search?text=x").status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("我已办:每办结一件记一行,有结论和意见,可搜索、分页,只见本人的")
    void remembersWhatOneDid() {
        String roundNo = roundSteps.open();
        String caseNo = steps.apply(roundNo);
        steps.toPreliminaryReview(caseNo);
        Task task = desk.open(caseNo, "userTask_reviewByScienceDepartment").get(0);
        String reviewer = desk.responsible(task);
        desk.complete(
                reviewer, task, Map.of("outcome", "REJECT", "authentic", true, "complete", true, "reason", "材料不足以证明"));
        Visitor person = at(reviewer);
        JsonNode done = person.get(LIANPING + "/me/done?search=" + caseNo).json();
        assertThat(done.path("total").asInt()).isEqualTo(1);
        JsonNode row = done.path("rows").path(0);
        assertThat(row.path("caseNo").asText()).isEqualTo(caseNo);
        assertThat(row.path("outcome").asText()).isEqualTo("不予推荐");
        assertThat(row.path("opinion").asText()).isEqualTo("材料不足以证明");
        assertThat(row.path("task").asText()).isEqualTo("科技部门复核");
        assertThat(row.path("alliance").asText()).startsWith("测试联盟");
        assertThat(person.get(LIANPING + "/cases/" + caseNo).status()).isEqualTo(200);

        Visitor lead = at(leadOf(caseNo));
        JsonNode own = lead.get(LIANPING + "/me/done?search=" + caseNo).json();
        assertThat(own.path("rows").findValuesAsText("task")).contains("提交自评报告").doesNotContain("科技部门复核");
        assertThat(own.path("rows").findValuesAsText("outcome")).contains("符合", "提交自评报告");
        assertThat(lead.get(LIANPING + "/me/done?page=-1").status()).isEqualTo(400);
        assertThat(at("divs1")
                        .get(LIANPING + "/me/done?search=" + caseNo)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(new Visitor(port).get(LIANPING + "/me/done").status()).isEqualTo(401);
    }
}
