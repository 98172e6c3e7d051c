package cn.lianping.walkthrough;

import java.io.PrintStream;

/** A bar with counts for each stage; redrawn in place on a terminal, one line per stage elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String stage = "";
    private int total;
    private int count;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void begin(String name, int steps) {
        stage = name;
        total = Math.max(steps, 1);
        count = 0;
        if (terminal) {
            draw();
        }
    }

    void step() {
        count = Math.min(count + 1, total);
        if (terminal) {
            draw();
        }
    }

    void end() {
        count = total;
        draw();
        out.println();
    }

    private void draw() {
        int filled = WIDTH * count / total;
        out.printf(
                "%s[%s%s] %d/%d %s",
                terminal ? "\r" : "", "#".repeat(filled), ".".repeat(WIDTH - filled), count, total, stage);
        out.flush();
    }
}
