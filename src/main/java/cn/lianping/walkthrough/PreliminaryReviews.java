package cn.lianping.walkthrough;

import cn.lianping.walkthrough.TaskDesk.Act;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Article 6.2: both departments of the area review; returns are corrected and reviewed again; recommendation. */
final class PreliminaryReviews {

    private final Play play;
    private final SelfEvaluations selfEvaluations;
    private final Map<String, Integer> orders = new LinkedHashMap<>();

    PreliminaryReviews(Play play, SelfEvaluations selfEvaluations) {
        this.play = play;
        this.selfEvaluations = selfEvaluations;
    }

    void run() {
        List<RoundFiles.Alliance> alliances = play.submitting();
        play.progress().begin("初审复核与推荐", alliances.size());
        for (RoundFiles.Alliance alliance : alliances) {
            review(alliance);
            play.progress().step();
        }
        play.progress().end();
    }

    /** The first opinion of one department alone. */
    void reviewBySciencePart(RoundFiles.Alliance alliance) {
        play.files().reviewsOf(alliance.id(), 1).stream()
                .filter(review -> review.department().equals("science"))
                .forEach(review -> department(alliance, review));
    }

    /** All opinions of both departments, corrections and the recommendation. */
    void review(RoundFiles.Alliance alliance) {
        for (int attempt = 1; ; attempt++) {
            List<RoundFiles.Review> reviews = play.files().reviewsOf(alliance.id(), attempt);
            if (reviews.isEmpty()) {
                throw new Unexpected("preliminary_review.csv 没有 %s 第 %d 次复核".formatted(alliance.id(), attempt));
            }
            for (RoundFiles.Review review : reviews) {
                department(alliance, review);
            }
            if (reviews.stream().anyMatch(review -> review.outcome().equals("reject"))) {
                play.cases().await(List.of(alliance.id()), List.of("rejected-by-preliminary-review"));
                return;
            }
            if (reviews.stream().allMatch(review -> review.outcome().equals("pass"))) {
                recommend(alliance);
                return;
            }
            TreeSet<String> returned = new TreeSet<>();
            reviews.forEach(review -> returned.addAll(review.elements()));
            selfEvaluations.correct(alliance, List.copyOf(returned), attempt + 1);
        }
    }

    private void department(RoundFiles.Alliance alliance, RoundFiles.Review review) {
        boolean science = review.department().equals("science");
        Act act = new Act(
                "review/%s/%d/%s".formatted(alliance.id(), review.attempt(), review.department()),
                science
                        ? play.people().scienceOf(alliance.area())
                        : play.people().industryOf(alliance.area()),
                science ? "userTask_reviewByScienceDepartment" : "userTask_reviewByIndustryDepartment",
                play.cases().numberOf(alliance.id()),
                science ? "科技部门复核" : "工信部门复核");
        play.desk().complete(act, held -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            boolean passed = review.outcome().equals("pass");
            fields.put("outcome", review.outcome().toUpperCase(Locale.ROOT));
            if (!review.elements().isEmpty()) {
                fields.put("returnedElements", TaskDesk.choices(review.elements()));
            }
            if (!review.reason().isBlank()) {
                fields.put("reason", review.reason());
            }
            fields.put("authentic", passed);
            fields.put("complete", passed);
            return fields;
        });
    }

    private void recommend(RoundFiles.Alliance alliance) {
        int order = orders.merge(alliance.area(), 1, Integer::sum);
        Act act = new Act(
                "recommend/" + alliance.id(),
                play.people().scienceOf(alliance.area()),
                "userTask_recommend",
                play.cases().numberOf(alliance.id()),
                "推荐报送");
        play.desk()
                .complete(
                        act,
                        held -> Map.of(
                                "orderNo",
                                order,
                                "letterNo",
                                "推荐函〔%d〕%s-%d号"
                                        .formatted(play.scenario().opens().getYear(), alliance.area(), order),
                                "opinion",
                                "材料真实、完整,同意推荐"));
    }
}
