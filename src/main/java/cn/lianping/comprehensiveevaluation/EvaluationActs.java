package cn.lianping.comprehensiveevaluation;

import cn.lianping.alliance.Registry;
import cn.lianping.identity.Audience;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import cn.lianping.round.Cases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Panel, recusals, sheets and scores, for the approval sheet. Experts and their sheets are for the office alone. */
@Component
class EvaluationActs implements CaseActs {

    private static final String STAGE = "综合评价";
    private static final String OFFICE = "省厅办公室";

    private final PanelMapper panels;
    private final SheetMapper sheets;
    private final ScoreMapper scores;
    private final SheetPapers papers;
    private final Registry registry;
    private final Cases cases;

    EvaluationActs(
            PanelMapper panels,
            SheetMapper sheets,
            ScoreMapper scores,
            SheetPapers papers,
            Registry registry,
            Cases cases) {
        this.panels = panels;
        this.sheets = sheets;
        this.scores = scores;
        this.papers = papers;
        this.registry = registry;
        this.cases = cases;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        List<CaseAct> acts = new ArrayList<>();
        panel(caseNo, acts);
        for (Recusal recusal : panels.findRecusals(cases.require(caseNo).allianceId())) {
            if (recusal.caseNo().equals(caseNo)) {
                acts.add(CaseAct.of(
                                STAGE,
                                OFFICE,
                                "专家回避(%s):%s"
                                        .formatted(
                                                PanelDocuments.ground(recusal.ground()),
                                                registry.expert(recusal.expert())
                                                        .name()),
                                recusal.recusedAt())
                        .readBy(Audience.OFFICE)
                        .saying(recusal.reason(), Audience.OFFICE));
            }
        }
        sheets.findSheets(caseNo).forEach(sheet -> acts.add(sheet(sheet)));
        for (ScoreMapper.Computed computed : scores.computations(caseNo)) {
            acts.add(CaseAct.of(
                            STAGE,
                            "平台计算",
                            "形成综合评价得分 %s(第 %d 次计算)".formatted(computed.total(), computed.computationNo()),
                            computed.computedAt())
                    .readBy(Audience.LEADERSHIP)
                    .saying(
                            "管理评价 %s,专家评审 %s,精确值 %s"
                                    .formatted(
                                            computed.divisionMean().toPlainString(),
                                            computed.expertMean().toPlainString(),
                                            computed.exactTotal()),
                            Audience.LEADERSHIP));
        }
        return acts;
    }

    private void panel(String caseNo, List<CaseAct> acts) {
        Panel panel = panels.findPanel(caseNo);
        if (panel == null) {
            return;
        }
        acts.add(CaseAct.of(STAGE, "平台抽取", "随机抽取评审专家", panel.drawnAt()).readBy(Audience.LEADERSHIP));
        Long confirmed = panel.confirmedAt();
        if (confirmed != null) {
            acts.add(CaseAct.of(STAGE, OFFICE, "确认专家组", confirmed)
                    .readBy(Audience.LEADERSHIP)
                    .by(panel.confirmedBy(), Audience.LEADERSHIP)
                    .saying(panel.reason(), Audience.OFFICE));
        }
    }

    private CaseAct sheet(Sheet sheet) {
        boolean expert = sheet.kind() == Sheet.Kind.EXPERT;
        String status = switch (sheet.status()) {
            case VALID -> "";
            case VOID -> ",已作废";
            case SUPERSEDED -> ",已被更正";
        };
        return CaseAct.of(
                        STAGE,
                        papers.name(sheet),
                        "提交%s,%d 分%s".formatted(expert ? "专家评审表" : "管理评价意见表", sheet.total(), status),
                        sheet.submittedAt())
                .readBy(Audience.OFFICE)
                .by(expert ? null : sheet.submittedBy(), Audience.OFFICE)
                .saying(sheet.statusReason(), Audience.OFFICE);
    }
}
