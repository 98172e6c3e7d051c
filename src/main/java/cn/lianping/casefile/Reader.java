package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.engine.DoneTasks;
import cn.lianping.identity.Audience;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.office.Copies;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * As whom the person logged in reads a case. Who belongs to a member unit reads as applicant, whatever else they are, so
 * that applicants never see experts, sheets or scores before the release.
 */
@Component
class Reader {

    private static final List<String> LEADERSHIP =
            List.of(Groups.PROVINCE_SCIENCE, Groups.PROVINCE_INDUSTRY, Groups.PARTY_GROUP_OFFICE, Groups.SUPERVISION);

    private final TaskDesk tasks;
    private final Cases cases;
    private final Registry registry;
    private final Copies copies;
    private final CurrentActor actor;
    private final DoneTasks done;

    Reader(TaskDesk tasks, Cases cases, Registry registry, Copies copies, CurrentActor actor, DoneTasks done) {
        this.tasks = tasks;
        this.cases = cases;
        this.registry = registry;
        this.copies = copies;
        this.actor = actor;
        this.done = done;
    }

    /** From the least that one may see to the most. */
    enum Role {
        /** A member unit of the alliance. */
        APPLICANT,
        /** Divisions and experts: the case, but no sheet and no score. */
        REVIEWER,
        /** Departments of the area: the same, and what the area recommends. */
        AREA,
        /** Who decides on scores: party-group office, the signing departments, supervision. */
        LEADERSHIP,
        /** The province's office, which also appoints the panel. */
        OFFICE;

        /** Whether something for this audience is for the role too. */
        boolean reads(Audience audience) {
            return audience().compareTo(audience) >= 0;
        }

        /** The narrowest audience the role belongs to. */
        Audience audience() {
            return switch (this) {
                case APPLICANT -> Audience.EVERYBODY;
                case REVIEWER -> Audience.REVIEWERS;
                case AREA -> Audience.AREA;
                case LEADERSHIP -> Audience.LEADERSHIP;
                case OFFICE -> Audience.OFFICE;
            };
        }
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
        if (worksFor(found.areaCode())) {
            return Role.AREA;
        }
        if (!tasks.hasOpenTask(found.caseNo())
                && !copies.received(found.caseNo(), actor.userId())
                && !workedAsStaff(found.caseNo())) {
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
     * Whether the person may read a document of the case. What names experts, holds sheets or tells points is neither for
     * applicants nor for reviewers; a printed approval sheet is for those for whom it was printed and those who may read
     * more.
     */
    boolean mayRead(EvaluationCase found, Document document) {
        Role role = of(found);
        return role.reads(document.kind().audience())
                && (document.kind() != DocumentKind.APPROVAL_SHEET || role.reads(Audience.valueOf(document.part())));
    }

    /**
     * Whether the person may read a document of a round. The office and those who decide on scores read by its kind; the
     * departments of an area their own summary table. Who belongs to a member unit of an alliance reads what is public.
     */
    boolean mayReadOfRound(Document document) {
        if (actor.isMemberOf(Groups.ORGANISATION)) {
            return false;
        }
        if (actor.isMemberOf(Groups.PROVINCE_OFFICE)) {
            return true;
        }
        if (leads()) {
            return document.kind().audience().compareTo(Audience.LEADERSHIP) <= 0;
        }
        return document.kind().audience() == Audience.AREA && worksFor(document.part());
    }

    /** Refuses everybody but the office and those who decide on scores; members of alliances always. */
    void requireLeadership() {
        if (actor.isMemberOf(Groups.ORGANISATION) || !leads()) {
            throw Refusal.forbidden("会议材料只对省厅承办处室、党组办公室、签发部门和监督部门开放");
        }
    }

    /** Whether the person works for the province's office, and for no alliance. */
    boolean worksForOffice() {
        return actor.isMemberOf(Groups.PROVINCE_OFFICE) && !actor.isMemberOf(Groups.ORGANISATION);
    }

    /** Refuses everybody but the province's office. */
    void requireOffice(String what) {
        if (!worksForOffice()) {
            throw Refusal.forbidden(what + "只对省厅承办处室开放");
        }
    }

    /** Refuses everybody but the departments of the area, the office and those who decide on scores. */
    void requireArea(String area) {
        if (actor.isMemberOf(Groups.ORGANISATION) || !(leads() || worksFor(area))) {
            throw Refusal.forbidden("推荐汇总表只对本地区推荐部门和省厅开放");
        }
    }

    private boolean leads() {
        return actor.isMemberOf(Groups.PROVINCE_OFFICE) || LEADERSHIP.stream().anyMatch(actor::isMemberOf);
    }

    private boolean worksFor(String area) {
        return actor.isMemberOf(Groups.science(area)) || actor.isMemberOf(Groups.industry(area));
    }

    /** The case of that number, readable by the person; refused as not found otherwise. */
    EvaluationCase require(String caseNo) {
        EvaluationCase found = cases.find(caseNo).orElseThrow(() -> Refusal.notFound("没有这个案卷,或您无权查看"));
        of(found);
        return found;
    }
}
