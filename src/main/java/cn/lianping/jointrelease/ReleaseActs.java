package cn.lianping.jointrelease;

import cn.lianping.identity.Audience;
import cn.lianping.identity.Offices;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signatures under the releases that list the case, and their publication, for the approval sheet. */
@Component
class ReleaseActs implements CaseActs {

    private static final String STAGE = "联合发布";

    private final ReleaseMapper mapper;

    ReleaseActs(ReleaseMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        List<CaseAct> acts = new ArrayList<>();
        for (Release release : mapper.listing(caseNo)) {
            mapper.signatures(release.releaseId()).forEach(signature -> acts.add(signature(release, signature)));
            Long publishedAt = release.publishedAt();
            if (publishedAt != null) {
                acts.add(CaseAct.of(
                        STAGE,
                        Offices.PROVINCE_SCIENCE + "、" + Offices.PROVINCE_INDUSTRY,
                        "发布《%s》(%s)".formatted(release.title(), release.documentNo()),
                        publishedAt));
            }
        }
        return acts;
    }

    private static CaseAct signature(Release release, Signature signature) {
        boolean industry = Signature.INDUSTRY.equals(signature.department());
        boolean agreed = Signature.AGREE.equals(signature.outcome());
        String what = (industry ? "会签" : "签发") + (agreed ? ":同意" : ":不同意");
        return CaseAct.of(
                        STAGE,
                        industry ? Offices.PROVINCE_INDUSTRY : Offices.PROVINCE_SCIENCE,
                        "%s(%s 第 %d 稿)%s"
                                .formatted(
                                        what,
                                        release.documentNo(),
                                        signature.draftNo(),
                                        signature.voidedAt() == null ? "" : ",已失效"),
                        signature.signedAt())
                .readBy(Audience.LEADERSHIP)
                .by(signature.userId(), Audience.LEADERSHIP)
                .saying(signature.opinion(), Audience.LEADERSHIP);
    }
}
