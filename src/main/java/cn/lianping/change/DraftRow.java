package cn.lianping.change;

/** One saved draft of a file; {@code savedAt} in epoch milliseconds. */
record DraftRow(String changeId, String path, int version, String content, String savedBy, long savedAt) {

    String ref() {
        return DesignRef.draft(changeId, version);
    }
}
