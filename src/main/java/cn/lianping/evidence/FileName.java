package cn.lianping.evidence;

import java.text.Normalizer;

/** File names as browsers send them, made safe. */
final class FileName {

    /** Characters that are kept; the column holds 255. */
    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * The name without path, control and direction characters and without what file systems forbid.
     *
     * @return at most 200 characters, the extension kept; {@code 未命名} when nothing is left
     */
    static String sanitised(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Cf holds the marks that turn the reading direction and make "fdp.exe" look like "exe.pdf";
        // Cs are halves of characters no database takes
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip()
                .replaceAll("^\\.+", "")
                .replaceAll("[. ]+$", "");
        if (name.isEmpty()) {
            return "未命名";
        }
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
    }
}
