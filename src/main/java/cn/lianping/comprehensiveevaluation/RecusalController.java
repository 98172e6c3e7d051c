package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.engine.Collisions;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the office of the province orders recusals. */
@RestController
class RecusalController {

    private final Recusals recusals;
    private final CurrentActor actor;

    RecusalController(Recusals recusals, CurrentActor actor) {
        this.recusals = recusals;
        this.actor = actor;
    }

    /** What is asked for; {@code replacement} may be missing. */
    record Order(
            @Nullable String expert,
            @Nullable String replacement,
            @Nullable String reason) {}

    @PostMapping("/camunda/api/lianping/cases/{caseNo}/recusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(@PathVariable("caseNo") String caseNo, @RequestBody Order order) {
        if (!actor.isMemberOf(Groups.PROVINCE_OFFICE)) {
            throw Refusal.forbidden("只有省厅办公室可以责令专家回避");
        }
        String replacement = order.replacement();
        Collisions.retry(() -> recusals.order(
                caseNo,
                required(order.expert(), "回避专家"),
                replacement == null || replacement.isBlank() ? null : replacement.strip(),
                required(order.reason(), "回避理由")));
    }

    private static String required(@Nullable String text, String label) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("请填写“" + label + "”");
        }
        return text.strip();
    }
}
