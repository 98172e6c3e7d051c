package cn.lianping.walkthrough;

import java.util.List;

/**
 * A round for newcomers to look at: a quarter of the alliances under comprehensive evaluation, a quarter in the preliminary
 * review, a quarter sealing, a quarter just begun, so that everybody finds something on the desk.
 */
final class RoundInProgress {

    private static final int QUARTERS = 4;

    private final Play play;
    private final SelfEvaluations selfEvaluations;
    private final PreliminaryReviews reviews;
    private final Evaluations evaluations;

    RoundInProgress(Play play) {
        this.play = play;
        this.selfEvaluations = new SelfEvaluations(play);
        this.reviews = new PreliminaryReviews(play, selfEvaluations);
        this.evaluations = new Evaluations(play);
    }

    void run() {
        List<RoundFiles.Alliance> alliances = play.recommended();
        play.progress().begin("在办批次", alliances.size());
        for (int i = 0; i < alliances.size(); i++) {
            bring(alliances.get(i), i * QUARTERS / alliances.size());
            play.progress().step();
        }
        play.progress().end();
    }

    private void bring(RoundFiles.Alliance alliance, int quarter) {
        switch (quarter) {
            case 0 -> {
                selfEvaluations.submit(alliance);
                reviews.review(alliance);
                evaluations.begin(alliance);
            }
            case 1 -> {
                selfEvaluations.submit(alliance);
                reviews.reviewBySciencePart(alliance);
            }
            case 2 -> selfEvaluations.sealInPart(alliance);
            default -> selfEvaluations.begin(alliance);
        }
    }
}
