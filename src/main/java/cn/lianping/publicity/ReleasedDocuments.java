package cn.lianping.publicity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the departments have jointly released, for the public page. */
public interface ReleasedDocuments {

    /**
     * A published release document.
     *
     * @param documentNo its unique number
     * @param documentId identity of the PDF
     */
    record ReleasedDocument(
            String documentNo, String title, LocalDate publishedOn, String documentId, List<Item> items) {}

    /** One line of the annex. */
    record Item(int place, BigDecimal total, String allianceName, String leadName, String areaName) {}

    /** The published ones, newest first. */
    List<ReleasedDocument> all();
}
