package cn.lianping.preliminaryreview;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 推荐报送. */
@Component
class RecommendRule implements TaskRule {

    private final PreliminaryReview review;

    RecommendRule(PreliminaryReview review) {
        this.review = review;
    }

    @Override
    public String taskKey() {
        return PreliminaryReviewProcess.RECOMMEND;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return Map.of("caseNo", task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        BigDecimal order = data.number("orderNo");
        if (order == null) {
            throw Refusal.invalid("请填写“推荐顺序”");
        }
        review.recommend(
                task.businessKey(),
                order.intValueExact(),
                data.required("letterNo", "推荐函文号"),
                data.required("opinion", "推荐意见"),
                task.actor());
    }
}
