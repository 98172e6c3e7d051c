package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.document.DocumentKind;
import cn.lianping.engine.DoneTasks;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * As whom the person logged in reads a case. Who belongs to a member unit reads as applicant, whatever else they are, so
 * that applicants never see experts, sheets or scores before the release.
 */
@Component
class Reader {

    private static final List<String> LEADERSHIP =
            List.of(Groups.PROVINCE_SCIENCE, Groups.PROVINCE_INDUSTRY, Groups.PARTY_GROUP_OFFICE, Groups.SUPERVISION);

    private static final Set<DocumentKind> FOR_EVERYBODY =
            EnumSet.of(DocumentKind.SELF_EVALUATION_REPORT, DocumentKind.NOTICE, DocumentKind.RELEASE);

    private final TaskDesk tasks;
    private final Cases cases;
    private final Registry registry;
    private final CurrentActor actor;
    private final DoneTasks done;

    Reader(TaskDesk tasks, Cases cases, Registry registry, CurrentActor actor, DoneTasks done) {
        this.tasks = tasks;
        this.cases = cases;
        this.registry = registry;
        this.actor = actor;
        this.done = done;
    }

    /** From the least that one may see to the most. */
    enum Role {
        /** A member unit of the alliance. */
        APPLICANT,
        /** Departments of the area, divisions and experts: the case, but no sheet and no score. */
        REVIEWER,
        /** Who decides on scores: party-group office, the signing departments, supervision. */
        LEADERSHIP,
        /** The province's office, which also appoints the panel. */
        OFFICE
    }

    /** The role; refuses with "not found" when the case does not concern the person. */
    Role of(EvaluationCase found) {
        if (CurrentActor.SYSTEM.equals(actor.userId()) || CurrentActor.PUBLIC.equals(actor.userId())) {
            throw Refusal.forbidden("请先登录");
        }
        if (registry.members(found.allianceId()).stream()
                .map(Organisation::code)
                .anyMatch(code -> actor.isMemberOf(Groups.org(code)))) {
            return Role.APPLICANT;
        }
        if (actor.isMemberOf(Groups.PROVINCE_OFFICE)) {
            return Role.OFFICE;
        }
        if (LEADERSHIP.stream().anyMatch(actor::isMemberOf)) {
            return Role.LEADERSHIP;
        }
        boolean reviews = actor.isMemberOf(Groups.science(found.areaCode()))
                || actor.isMemberOf(Groups.industry(found.areaCode()))
                || tasks.hasOpenTask(found.caseNo())
                || workedAsStaff(found.caseNo());
        if (!reviews) {
            throw Refusal.notFound("没有这个案卷,或您无权查看");
        }
        return Role.REVIEWER;
    }

    /**
     * What staff worked on they can read again, see the list of what one did. Experts cannot: who stepped back acted too,
     * and who has reviewed has no business with the case any more.
     */
    private boolean workedAsStaff(String caseNo) {
        return !actor.isMemberOf(Groups.EXPERT) && done.actedIn(actor.userId(), caseNo);
    }

    /**
     * Whether the person may read a document of the case. The draw record names experts, the score table tells points:
     * neither is for applicants or reviewers.
     */
    boolean mayRead(EvaluationCase found, DocumentKind kind) {
        return of(found).compareTo(Role.LEADERSHIP) >= 0 || FOR_EVERYBODY.contains(kind);
    }

    /** The case of that number, readable by the person; refused as not found otherwise. */
    EvaluationCase require(String caseNo) {
        EvaluationCase found = cases.find(caseNo).orElseThrow(() -> Refusal.notFound("没有这个案卷,或您无权查看"));
        of(found);
        return found;
    }
}
