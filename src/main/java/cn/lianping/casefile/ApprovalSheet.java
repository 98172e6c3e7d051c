package cn.lianping.casefile;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.identity.Audience;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval sheet (审批单) of a case: everything that was decided and said, stage by stage, as far as its readers may
 * read it. It carries no time of printing, so that the same course of the case is the same document.
 */
@Service
class ApprovalSheet {

    private final List<CaseActs> stages;
    private final Registry registry;
    private final Rounds rounds;
    private final People people;
    private final DocumentService documents;

    ApprovalSheet(List<CaseActs> stages, Registry registry, Rounds rounds, People people, DocumentService documents) {
        this.stages = List.copyOf(stages);
        this.registry = registry;
        this.rounds = rounds;
        this.people = people;
        this.documents = documents;
    }

    /** The sheet as this audience may read it. */
    @Transactional
    Document issue(EvaluationCase found, Audience audience) {
        Alliance alliance = registry.alliance(found.allianceId());
        Map<String, String> names = new HashMap<>();
        List<Map<String, Object>> acts = stages.stream()
                .flatMap(stage -> stage.acts(found.caseNo()).stream())
                .filter(act -> act.audience().compareTo(audience) <= 0)
                .sorted(Comparator.comparingLong(CaseAct::at))
                .map(act -> row(act, audience, names))
                .toList();
        return documents.produce(
                DocumentKind.APPROVAL_SHEET,
                found.caseNo(),
                audience.name(),
                alliance.name() + "评估评价审批单",
                Map.of(
                        "facts",
                        List.of(
                                fact("案卷号", found.caseNo()),
                                fact("批次", rounds.require(found.roundNo()).title()),
                                fact("联盟名称", alliance.name()),
                                fact(
                                        "盟主企业",
                                        registry.organisation(found.leadCode()).name()),
                                fact("技术领域", alliance.field()),
                                fact("推荐地区", registry.areaName(found.areaCode())),
                                fact("目前状态", found.status().chinese())),
                        "acts",
                        acts));
    }

    private Map<String, Object> row(CaseAct act, Audience audience, Map<String, String> names) {
        String person = act.named().compareTo(audience) <= 0 ? name(act.person(), names) : "";
        return Map.of(
                "stage", act.stage(),
                "office", act.office(),
                // a member unit's person has the unit's name
                "person", person.equals(act.office()) ? "" : person,
                "act", act.act(),
                "opinion", act.worded().compareTo(audience) <= 0 ? act.opinion() : "",
                "at", OfficialDate.moment(act.at()));
    }

    private String name(@Nullable String person, Map<String, String> names) {
        if (person == null || CurrentActor.SYSTEM.equals(person)) {
            return "";
        }
        return names.computeIfAbsent(person, people::nameOf);
    }

    private static Map<String, Object> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
