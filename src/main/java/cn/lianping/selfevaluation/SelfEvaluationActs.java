package cn.lianping.selfevaluation;

import cn.lianping.alliance.Registry;
import cn.lianping.identity.Audience;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Report, seals and submission, for the approval sheet. */
@Component
class SelfEvaluationActs implements CaseActs {

    private static final String STAGE = "联盟自评";

    private final SelfEvaluationMapper mapper;
    private final Cases cases;
    private final Registry registry;

    SelfEvaluationActs(SelfEvaluationMapper mapper, Cases cases, Registry registry) {
        this.mapper = mapper;
        this.cases = cases;
        this.registry = registry;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        EvaluationCase found = cases.require(caseNo);
        String lead = registry.organisation(found.leadCode()).name();
        List<CaseAct> acts = new ArrayList<>();
        long met =
                mapper.claims(caseNo).stream().filter(claim -> claim.met() == 1).count();
        for (SelfEvaluationMapper.Produced report : mapper.reports(caseNo)) {
            acts.add(CaseAct.of(STAGE, lead, "填报完成,生成自评报告第 %d 版".formatted(report.version()), report.producedAt()));
        }
        for (SelfEvaluationMapper.Sealed seal : mapper.allSeals(caseNo)) {
            acts.add(CaseAct.of(
                            STAGE,
                            registry.organisation(seal.memberCode()).name(),
                            "对自评报告第 %d 版盖章%s".formatted(seal.reportVersion(), seal.voidedAt() == null ? "" : "(已作废)"),
                            seal.sealedAt())
                    .by(seal.sealedBy(), Audience.AREA)
                    .saying(seal.voidReason(), Audience.EVERYBODY));
        }
        Long submitted = found.submittedAt();
        if (submitted != null) {
            acts.add(CaseAct.of(STAGE, lead, "提交全部成员单位盖章的自评报告", submitted)
                    .saying("自评符合 %d 项".formatted(met), Audience.EVERYBODY));
        }
        return acts;
    }
}
