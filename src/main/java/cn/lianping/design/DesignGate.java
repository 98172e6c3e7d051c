package cn.lianping.design;

import cn.lianping.Refusal;
import cn.lianping.engine.DeploymentCheck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a deployment with errors, and says all of them. */
@Component
class DesignGate implements DeploymentCheck {

    private static final int MOST_TOLD = 20;

    private final DesignCheck check;

    DesignGate(DesignCheck check) {
        this.check = check;
    }

    @Override
    public void require(Map<String, byte[]> resources, @Nullable String area) {
        List<Problem> errors = check.problems(resources, area).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("没有部署:有 %d 处错误。".formatted(errors.size()));
        errors.stream().limit(MOST_TOLD).forEach(problem -> text.append('\n').append(problem.sentence()));
        if (errors.size() > MOST_TOLD) {
            text.append("\n……其余 ").append(errors.size() - MOST_TOLD).append(" 处在改正后再查。");
        }
        throw Refusal.invalid(text.toString());
    }
}
