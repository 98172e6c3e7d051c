package cn.lianping.rehearsal;

/** Is told how far a rehearsal has come. */
@FunctionalInterface
interface Progress {

    /** @param percent of the work that is done */
    void tell(int percent, String text);
}
