package cn.lianping.casefile;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.casefile.Reader.Role;
import cn.lianping.comprehensiveevaluation.Panels;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.document.DocumentService;
import cn.lianping.preliminaryreview.PreliminaryReview;
import cn.lianping.round.CaseFile;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import cn.lianping.selfevaluation.SealedReport;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the page of a case together for its reader. */
@Component
class CaseViews {

    private final Reader reader;
    private final Registry registry;
    private final Rounds rounds;
    private final CaseFile file;
    private final SealedReport report;
    private final PreliminaryReview review;
    private final Scores scores;
    private final Panels panels;
    private final DocumentService documents;
    private final PapersOnRequest onRequest;

    CaseViews(
            Reader reader,
            Registry registry,
            Rounds rounds,
            CaseFile file,
            SealedReport report,
            PreliminaryReview review,
            Scores scores,
            Panels panels,
            DocumentService documents,
            PapersOnRequest onRequest) {
        this.reader = reader;
        this.registry = registry;
        this.rounds = rounds;
        this.file = file;
        this.report = report;
        this.review = review;
        this.scores = scores;
        this.panels = panels;
        this.documents = documents;
        this.onRequest = onRequest;
    }

    CaseView of(String caseNo) {
        EvaluationCase found = reader.require(caseNo);
        Role role = reader.of(found);
        Alliance alliance = registry.alliance(found.allianceId());
        return new CaseView(
                caseNo,
                rounds.require(found.roundNo()).title(),
                alliance.name(),
                alliance.field(),
                registry.areaName(alliance.area()),
                alliance.filingNo(),
                found.status().chinese(),
                role == Role.OFFICE ? found.note() : null,
                registry.members(alliance.id()).stream()
                        .map(member -> new CaseView.Member(
                                member.name(),
                                registry.kindName(member.kind()),
                                member.code().equals(alliance.leadCode())))
                        .toList(),
                report.progress(caseNo),
                file.elements(caseNo),
                review.statements(caseNo),
                role == Role.APPLICANT ? null : review.recommendation(caseNo).orElse(null),
                role.compareTo(Role.LEADERSHIP) < 0
                        ? null
                        : scores.latest(caseNo)
                                .map(score -> new CaseView.Points(
                                        score.divisionMean().toPlainString(),
                                        score.expertMean().toPlainString(),
                                        score.total().toPlainString()))
                                .orElse(null),
                role == Role.OFFICE ? panel(caseNo) : List.of(),
                documents.list(caseNo).stream()
                        .filter(document -> reader.mayRead(found, document))
                        .map(document -> new CaseView.Paper(document.id(), document.title(), document.version()))
                        .toList(),
                onRequest.of(found, role));
    }

    private List<CaseView.PanelSeat> panel(String caseNo) {
        return panels.seats(caseNo).stream()
                .map(seat -> {
                    Expert expert = seat.expert() == null ? null : registry.expert(seat.expert());
                    return new CaseView.PanelSeat(
                            seat.seat(),
                            expert == null ? "" : expert.name(),
                            expert == null
                                    ? ""
                                    : registry.organisation(expert.unitCode()).name());
                })
                .toList();
    }
}
