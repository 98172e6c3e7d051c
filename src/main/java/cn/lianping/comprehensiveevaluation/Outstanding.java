package cn.lianping.comprehensiveevaluation;

import cn.lianping.alliance.Division;
import cn.lianping.alliance.Registry;
import cn.lianping.round.Cases;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose sheet is still to be asked for: only those without a valid one. */
@Component
class Outstanding {

    private final PanelMapper panels;
    private final EvaluationSheets sheets;
    private final Cases cases;
    private final Registry registry;

    Outstanding(PanelMapper panels, EvaluationSheets sheets, Cases cases, Registry registry) {
        this.panels = panels;
        this.sheets = sheets;
        this.cases = cases;
        this.registry = registry;
    }

    /** The divisions that the alliance's field is routed to (归口), valid sheet or not, by code. */
    List<String> routed(String caseNo) {
        String field = registry.alliance(cases.require(caseNo).allianceId()).field();
        return registry.divisionsForField(field).stream().map(Division::code).toList();
    }

    /** Codes of the divisions to ask. */
    List<String> divisions(String caseNo) {
        Set<String> given = reviewers(caseNo, Sheet.Kind.DIVISION);
        return routed(caseNo).stream().filter(code -> !given.contains(code)).toList();
    }

    /** Numbers of the taken seats whose expert has not handed in a valid sheet. */
    List<String> seats(String caseNo) {
        Set<String> given = reviewers(caseNo, Sheet.Kind.EXPERT);
        return panels.findSeats(caseNo).stream()
                .filter(seat -> seat.expert() != null && !given.contains(seat.expert()))
                .map(seat -> String.valueOf(seat.seat()))
                .toList();
    }

    private Set<String> reviewers(String caseNo, Sheet.Kind kind) {
        return sheets.valid(caseNo, kind).stream().map(Sheet::reviewer).collect(Collectors.toSet());
    }
}
