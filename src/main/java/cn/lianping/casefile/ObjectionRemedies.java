package cn.lianping.casefile;

import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.Panels;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.publicity.PanelOfCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What an upheld objection does to the panel of its case. */
@Component
class ObjectionRemedies implements PanelOfCase {

    private final Panels panels;
    private final Recusals recusals;
    private final Registry registry;

    ObjectionRemedies(@Lazy Panels panels, @Lazy Recusals recusals, Registry registry) {
        this.panels = panels;
        this.recusals = recusals;
        this.registry = registry;
    }

    @Override
    public List<Map<String, Object>> experts(String caseNo) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (var seat : panels.seats(caseNo)) {
            String expert = seat.expert();
            if (expert != null) {
                choices.add(Map.of("label", registry.expert(expert).name() + "(" + expert + ")", "value", expert));
            }
        }
        return choices;
    }

    @Override
    public void replace(String caseNo, String expert, @Nullable String replacement, String reason) {
        recusals.replaceAfterObjection(caseNo, expert, replacement, reason);
    }
}
