package cn.lianping.publicity;

import cn.lianping.identity.Audience;
import cn.lianping.identity.Offices;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import cn.lianping.round.Rounds;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notices that list the case and what became of objections, for the approval sheet; never who objected. */
@Component
class PublicityActs implements CaseActs {

    private final NoticeMapper notices;
    private final ObjectionMapper objections;
    private final Rounds rounds;
    private final Offices offices;

    PublicityActs(NoticeMapper notices, ObjectionMapper objections, Rounds rounds, Offices offices) {
        this.notices = notices;
        this.objections = objections;
        this.rounds = rounds;
        this.offices = offices;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        List<CaseAct> acts = new ArrayList<>();
        for (Notice notice : notices.publishedFor(caseNo)) {
            Long publishedAt = notices.publishedAt(notice.noticeId());
            acts.add(CaseAct.of(
                            "公示",
                            String.join(
                                    "、",
                                    offices.of(rounds.require(notice.roundNo()).areaCode())),
                            "列入公示《%s》".formatted(notice.title()),
                            publishedAt == null ? 0 : publishedAt)
                    .saying("公示期 " + notice.period(), Audience.EVERYBODY));
        }
        for (Objection objection : objections.ofCase(caseNo)) {
            acts.add(CaseAct.of("异议", "监督部门", "收到异议(回执 " + objection.receiptNo() + ")", objection.receivedAt())
                    .readBy(Audience.LEADERSHIP));
            Long closedAt = objection.closedAt();
            ObjectionOutcome outcome = objection.outcome();
            if (closedAt != null && outcome != null) {
                acts.add(CaseAct.of(
                                "异议",
                                "监督部门",
                                "办结异议:" + outcome.chinese() + "(回执 " + objection.receiptNo() + ")",
                                closedAt)
                        .readBy(Audience.LEADERSHIP));
            }
        }
        return acts;
    }
}
