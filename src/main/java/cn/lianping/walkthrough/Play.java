package cn.lianping.walkthrough;

import java.util.List;

/** What every stage works with. */
record Play(
        RoundFiles files,
        People people,
        RoundClock clock,
        Journal journal,
        Patience patience,
        TaskDesk desk,
        CaseList cases,
        Progress progress) {

    static final String API = "/camunda/api/lianping";

    Scenario scenario() {
        return files.scenario();
    }

    String roundNo() {
        return files.scenario().round();
    }

    /** Alliances that hand in their report. */
    List<RoundFiles.Alliance> submitting() {
        return files.alliances().stream()
                .filter(one -> !scenario().isWithdrawn(one.id()) && !scenario().neverSubmits(one.id()))
                .toList();
    }

    /** Alliances that pass the preliminary review. */
    List<RoundFiles.Alliance> recommended() {
        return submitting().stream()
                .filter(one -> files.reviews().stream()
                        .noneMatch(review -> review.alliance().equals(one.id())
                                && review.outcome().equals("reject")))
                .toList();
    }

    /** Something done without a task, once. */
    void once(String act, Person who, String what, String subject, Runnable doing) {
        if (!journal.has(act)) {
            doing.run();
            desk.record(act, who, what, subject);
        }
    }
}
