package cn.lianping.rehearsal;

/**
 * A packaged diagram with one mistake in it.
 *
 * @param path of the diagram
 * @param kind of the mistake
 * @param what was changed
 * @param xml the diagram with it
 */
record Mutant(String path, String kind, String what, String xml) {

    /** Process key. */
    String process() {
        return path.substring(path.lastIndexOf('/') + 1).replace(".bpmn", "");
    }

    /** Kind and place. */
    String name() {
        return kind + " " + process() + " " + what;
    }
}
