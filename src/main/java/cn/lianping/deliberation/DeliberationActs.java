package cn.lianping.deliberation;

import cn.lianping.document.OfficialDate;
import cn.lianping.identity.Audience;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import java.util.List;
import org.springframework.stereotype.Component;

/** The party group's decisions, for the approval sheet; the reasons are for those who decide on scores. */
@Component
class DeliberationActs implements CaseActs {

    private final DeliberationMapper mapper;

    DeliberationActs(DeliberationMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        return mapper.decisions(caseNo).stream()
                .map(decision -> CaseAct.of(
                                "党组会审议",
                                "省科技厅党组会",
                                "%s(%s,%s 会议)"
                                        .formatted(
                                                decision.outcome().chinese(),
                                                decision.minutesNo(),
                                                OfficialDate.of(decision.meetingDate())),
                                decision.decidedAt())
                        .saying(decision.reason(), Audience.LEADERSHIP))
                .toList();
    }
}
