package cn.lianping.rehearsal.replay;

/** What is on record of a case or round cannot be read, or is not enough to do it again; the message is for people. */
final class UnreadableRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }
}
