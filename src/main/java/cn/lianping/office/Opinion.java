package cn.lianping.office;

import cn.lianping.Refusal;
import org.jspecify.annotations.Nullable;

/** The words that every action needs. */
final class Opinion {

    private static final int LONGEST = 1000;

    private Opinion() {}

    /** The opinion without the blanks around it; refuses an empty one and one that is too long. */
    static String required(@Nullable String text, OfficeAction action) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("请填写" + action.chinese() + "意见,或从常用语中选择");
        }
        if (words.length() > LONGEST) {
            throw Refusal.invalid("意见最多 1000 字,现有 " + words.length() + " 字,请精简");
        }
        return words;
    }
}
