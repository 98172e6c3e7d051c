package cn.lianping.comprehensiveevaluation;

import org.jspecify.annotations.Nullable;

/**
 * One version of the sheet of a division or an expert. It is locked when it is handed in: only its status changes.
 *
 * @param reviewer code of the division, or user id of the expert
 * @param version from 1, within the reviewer's sheets on the case
 * @param seat the expert's seat, null for divisions
 * @param total elements met, 0 to 10
 * @param submittedBy who acted
 * @param submittedAt epoch milliseconds
 * @param statusReason why it is no longer valid
 * @param statusBy who approved that
 * @param statusAt epoch milliseconds
 */
record Sheet(
        String sheetId,
        String caseNo,
        Kind kind,
        String reviewer,
        int version,
        @Nullable Integer seat,
        Status status,
        int total,
        String submittedBy,
        long submittedAt,
        @Nullable String statusReason,
        @Nullable String statusBy,
        @Nullable Long statusAt) {

    enum Kind {
        DIVISION,
        EXPERT
    }

    enum Status {
        /** Counts. */
        VALID,
        /** Of somebody who had to step back. */
        VOID,
        /** Taken back for a corrected one. */
        SUPERSEDED
    }
}
