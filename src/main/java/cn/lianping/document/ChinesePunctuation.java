package cn.lianping.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Punctuation as Chinese print has it (GB/T 15834-2011): full width beside Chinese characters. On screens it is typed
 * half width; on paper that looks like a draft. What stands between Latin letters and digits stays.
 */
final class ChinesePunctuation {

    /** Markup with the text after it; styles and titles are left out by their own groups. */
    private static final Pattern PIECES =
            Pattern.compile("(?s)<style.*?</style>|<title.*?</title>|<!--.*?-->|<[^>]*>|[^<]+");

    private static final String HAN =
            "[\\p{IsHan}\\u3001\\u3002\\u300a\\u300b\\u201c\\u201d\\u3014\\u3015\\uff08\\uff09]";
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern HAS_HAN = Pattern.compile(HAN);
    private static final Pattern MARK = Pattern.compile("(?<=" + HAN + ")[,:;?!]|[,:;?!](?=" + HAN + ")");

    private ChinesePunctuation() {}

    /** The page with the punctuation of its texts changed; markup stays. */
    static String in(String html) {
        Matcher pieces = PIECES.matcher(html);
        StringBuilder out = new StringBuilder(html.length());
        while (pieces.find()) {
            String piece = pieces.group();
            out.append(piece.charAt(0) == '<' ? piece : text(piece));
        }
        return out.toString();
    }

    /** One text. */
    static String text(String text) {
        if (!HAS_HAN.matcher(text).find()) {
            return text;
        }
        StringBuilder out = new StringBuilder(brackets(text));
        Matcher marks = MARK.matcher(out.toString());
        while (marks.find()) {
            if (!endsEntity(out, marks.start())) {
                out.setCharAt(marks.start(), (char) (out.charAt(marks.start()) - '!' + '\uff01'));
            }
        }
        return out.toString();
    }

    private static String brackets(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        StringBuilder out = new StringBuilder(text);
        while (brackets.find()) {
            boolean chinese = HAS_HAN.matcher(brackets.group(1)).find()
                    || (brackets.start() > 0
                            && HAS_HAN.matcher(text.substring(brackets.start() - 1, brackets.start()))
                                    .matches());
            if (chinese) {
                out.setCharAt(brackets.start(), '\uff08');
                out.setCharAt(brackets.end() - 1, '\uff09');
            }
        }
        return out.toString();
    }

    /** The semicolon of a character that is written as an entity, such as an ampersand. */
    private static boolean endsEntity(CharSequence text, int at) {
        if (text.charAt(at) != ';') {
            return false;
        }
        int start = at - 1;
        while (start >= 0 && (Character.isLetterOrDigit(text.charAt(start)) || text.charAt(start) == '#')) {
            start--;
        }
        return start >= 0 && text.charAt(start) == '&' && start < at - 1;
    }
}
