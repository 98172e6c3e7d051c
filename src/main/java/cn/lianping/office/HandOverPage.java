package cn.lianping.office;

import cn.lianping.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's page on which the tasks of somebody who leaves are handed over (移交). */
@Controller
class HandOverPage {

    private final Absences absences;
    private final HandOvers handOvers;

    HandOverPage(Absences absences, HandOvers handOvers) {
        this.absences = absences;
        this.handOvers = handOvers;
    }

    /** Finds the person, or shows what the chosen person holds. */
    @GetMapping("/admin/hand-over")
    ModelAndView page(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "") String from) {
        return show(search.strip(), from.strip(), null, null);
    }

    /** Hands over; a refusal is said on the page, beside what was entered. */
    @PostMapping("/admin/hand-over")
    ModelAndView handOver(@RequestParam String from, @RequestParam String to, @RequestParam String reason) {
        try {
            Map<String, Integer> moved = absences.handOver(from, to, reason);
            return show("", from, "已移交 %d 项任务,另有 %d 项退回原部门待认领".formatted(moved.get("given"), moved.get("freed")), null);
        } catch (Refusal refusal) {
            return show("", from, null, refusal.getMessage());
        }
    }

    private ModelAndView show(String search, String from, @Nullable String done, @Nullable String problem) {
        handOvers.requireAdministrator();
        Map<String, Object> model = new HashMap<>();
        model.put("search", search);
        model.put("done", done);
        model.put("problem", problem);
        model.put("people", search.isEmpty() ? List.of() : handOvers.people(search));
        model.put("leaver", from.isEmpty() ? null : handOvers.leaver(from));
        return new ModelAndView("hand-over", model);
    }
}
