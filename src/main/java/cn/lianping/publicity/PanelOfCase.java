package cn.lianping.publicity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The experts of a case, as far as an objection concerns them. */
public interface PanelOfCase {

    /** The experts whose sheets count, as choices of a form: {@code label} and {@code value} (user id). */
    List<Map<String, Object>> experts(String caseNo);

    /**
     * Voids the sheet of an expert and has the case evaluated again: the waiting process of the case gets the message
     * {@code evaluation.reopened}.
     *
     * @param replacement who takes the seat; null: drawn
     */
    void replace(String caseNo, String expert, @Nullable String replacement, String reason);
}
