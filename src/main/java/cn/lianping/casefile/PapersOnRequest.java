package cn.lianping.casefile;

import cn.lianping.casefile.Reader.Role;
import cn.lianping.comprehensiveevaluation.SheetPapers;
import cn.lianping.identity.Audience;
import cn.lianping.preliminaryreview.RecommendationSummary;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The documents of a case that are made when somebody asks for them, as far as the reader may have them. */
@Component
class PapersOnRequest {

    private final SheetPapers sheets;
    private final RecommendationSummary summary;

    PapersOnRequest(SheetPapers sheets, RecommendationSummary summary) {
        this.sheets = sheets;
        this.summary = summary;
    }

    List<CaseView.Offer> of(EvaluationCase found, Role role) {
        String ofCase = "/cases/" + found.caseNo();
        List<CaseView.Offer> offers = new ArrayList<>();
        if (role.reads(Audience.AREA) && summary.exists(found.roundNo(), found.areaCode())) {
            String ofArea = "/rounds/" + found.roundNo() + "/areas/" + found.areaCode();
            offers.add(new CaseView.Offer(ofArea + "/summary", "本地区推荐汇总表"));
            offers.add(new CaseView.Offer(ofArea + "/summary.xlsx", "本地区推荐汇总表(电子表格)"));
        }
        if (role.reads(Audience.OFFICE)) {
            sheets.of(found.caseNo())
                    .forEach(sheet ->
                            offers.add(new CaseView.Offer(ofCase + "/sheets/" + sheet.sheetId(), sheet.title())));
        }
        return offers;
    }
}
