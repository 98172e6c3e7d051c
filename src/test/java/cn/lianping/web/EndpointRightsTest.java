package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Registry;
import cn.lianping.document.DocumentService;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.office.OfficeDesk;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint beside the forms, called directly by people whom the case does not concern. What is not in one of the
 * lists below is tried too: a new endpoint that answers a stranger fails here.
 */
@PlatformTest
@DisplayName("接口权限")
class EndpointRightsTest {

    private static final String PREFIX = "/camunda/api/lianping";

    /** They answer each person about that person alone. */
    private static final Set<String> OWN = Set.of(
            "GET /me/reminders/unread",
            "GET /me/reminders",
            "POST /me/reminders/read",
            "POST /me/reminders/{id}/read",
            "GET /me/mail",
            "PUT /me/mail",
            "GET /me/done",
            "GET /me/pages",
            "GET /me/phrases",
            "POST /me/phrases",
            "GET /me/copies",
            "POST /me/copies/{id}/read",
            "GET /me/stand-ins",
            "POST /me/stand-ins",
            "GET /tasks/cards",
            "GET /tasks/search",
            "GET /people");

    private final RequestMappingHandlerMapping mappings;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Desk desk;
    private final Cases cases;
    private final Registry registry;
    private final DocumentService documents;
    private final EvidenceService evidence;
    private final OfficeDesk office;
    private final IdentityService identities;

    @LocalServerPort
    private int port;

    @Autowired
    EndpointRightsTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            CaseSteps steps,
            RoundSteps rounds,
            Desk desk,
            Cases cases,
            Registry registry,
            DocumentService documents,
            EvidenceService evidence,
            OfficeDesk office,
            IdentityService identities) {
        this.mappings = mappings;
        this.steps = steps;
        this.rounds = rounds;
        this.desk = desk;
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
        this.evidence = evidence;
        this.office = office;
        this.identities = identities;
    }

    /** A call to an endpoint of the platform. */
    private record Call(String method, String pattern, String path) {}

    @Test
    @DisplayName("与案卷无关的人直接调用任何接口:拒绝,不泄露,不改变")
    void strangersGetNothing() {
        String roundNo = rounds.open();
        String caseNo = steps.apply(roundNo);
        steps.toPreliminaryReview(caseNo);
        EvaluationCase found = cases.require(caseNo);
        Task task = desk.task(caseNo, "userTask_reviewByScienceDepartment");
        String claimed = office.claim(task);
        String name = registry.alliance(found.allianceId()).name();
        List<String> secrets =
                List.of(name, registry.organisation(found.leadCode()).name(), "论述说明");
        Map<String, String> ids = Map.ofEntries(
                Map.entry("caseNo", caseNo),
                Map.entry("roundNo", roundNo),
                Map.entry("taskId", task.getId()),
                Map.entry("area", found.areaCode()),
                Map.entry("sheetId", "division-1"),
                Map.entry("signerId", "nobody"),
                Map.entry("userId", "office1"),
                Map.entry("seq", "1"));
        String document = documents.list(caseNo).get(0).id();
        String file = desk.as("office1", () -> evidence.list(caseNo)).get(0).id();
        for (String group : List.of("org-000000000000000000", "science-999999", "division-none")) {
            identities.saveGroup(identities.newGroup(group));
        }
        List<String> strangers = List.of(
                desk.newPerson("org-000000000000000000", "organisation"),
                desk.newPerson("science-999999"),
                desk.newPerson("division-none"),
                desk.newPerson("expert"));
        List<String> answered = new ArrayList<>();
        for (String stranger : strangers) {
            Visitor visitor = Visitor.loggedIn(port, stranger);
            for (Call call : calls(ids, document, file)) {
                Visitor.Answer answer =
                        visitor.send(call.method(), call.path(), Map.of("opinion", "请", "to", "office1"));
                String who = stranger + " " + call.method() + " " + call.pattern() + " -> " + answer.status();
                if (secrets.stream().anyMatch(answer.body()::contains)) {
                    answered.add(who + " 泄露:" + answer.body());
                } else if (!Set.of(400, 403, 404, 405, 415).contains(answer.status())) {
                    answered.add(who + " " + answer.body());
                }
            }
        }
        assertThat(answered).isEmpty();
        Task after = desk.task(caseNo, "userTask_reviewByScienceDepartment");
        assertThat(after.getId()).isEqualTo(task.getId());
        assertThat(after.getAssignee()).isEqualTo(claimed);
    }

    @Test
    @DisplayName("未登录:一律要求登录")
    void visitorsAreAskedToLogIn() {
        Visitor visitor = new Visitor(port);
        Set<String> open = new TreeSet<>();
        for (Call call : calls(Map.of(), "x", "x")) {
            int status = visitor.send(call.method(), call.path(), Map.of()).status();
            if (status != 401 && status != 403) {
                open.add(call.method() + " " + call.pattern() + " -> " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    private List<Call> calls(Map<String, String> ids, String document, String file) {
        List<Call> calls = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(PREFIX))
                        .forEach(pattern -> {
                            String own = pattern.substring(PREFIX.length());
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                if (ids.isEmpty() || !OWN.contains(method + " " + own)) {
                                    String id = own.startsWith("/evidence") ? file : document;
                                    String path = pattern.replace("{id}", id);
                                    for (var entry : ids.entrySet()) {
                                        path = path.replace("{" + entry.getKey() + "}", entry.getValue());
                                    }
                                    calls.add(new Call(method.name(), own, path.replaceAll("\\{\\w+}", "x")));
                                }
                            }
                        }));
        assertThat(calls).hasSizeGreaterThan(30);
        return calls;
    }
}
