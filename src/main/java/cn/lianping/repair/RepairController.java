package cn.lianping.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Repairs of single cases; see {@code docs/design-api.md}. */
@RestController
@RequestMapping("/design/api/repairs")
class RepairController {

    private final Repairs repairs;
    private final RepairViews views;

    RepairController(Repairs repairs, RepairViews views) {
        this.repairs = repairs;
        this.views = views;
    }

    @GetMapping("/case")
    List<RepairViews.RunView> runs(@RequestParam String caseNo) {
        return views.runs(caseNo.strip());
    }

    @GetMapping
    List<RepairViews.View> all() {
        return views.all();
    }

    @PostMapping
    RepairViews.View propose(@RequestBody Repairs.Asked asked) {
        return views.of(repairs.propose(asked));
    }

    @PostMapping("/{id}/confirmation")
    RepairViews.View confirm(@PathVariable String id) {
        repairs.confirm(id);
        return views.of(id);
    }

    /** Why. */
    record Because(@Nullable String reason) {}

    @PostMapping("/{id}/refusal")
    RepairViews.View refuse(@PathVariable String id, @RequestBody Because because) {
        repairs.refuse(id, because.reason());
        return views.of(id);
    }
}
