package cn.lianping.identity;

/** Who may read something about a case, from the most readers to the fewest; each includes the following ones. */
public enum Audience {
    /** Whom the case concerns at all: the member units of the alliance too. */
    EVERYBODY,
    /** Who reviews the case: divisions and experts with a task in it, and the following. */
    REVIEWERS,
    /** The departments of the area, and the following. */
    AREA,
    /** Who decides on scores: party-group office, the signing departments, supervision. */
    LEADERSHIP,
    /** The province's office alone. */
    OFFICE
}
