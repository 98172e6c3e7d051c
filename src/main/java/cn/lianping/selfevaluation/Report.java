package cn.lianping.selfevaluation;

/** One version of the self-evaluation report. The code printed on every page is the beginning of the fingerprint. */
public record Report(int version, String fingerprint, String documentId) {

    private static final int CODE_LENGTH = 16;

    /** The code that is printed on each page and asked for when sealing. */
    public String code() {
        return fingerprint.substring(0, CODE_LENGTH).toUpperCase(java.util.Locale.ROOT);
    }
}
