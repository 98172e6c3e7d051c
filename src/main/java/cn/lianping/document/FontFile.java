package cn.lianping.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/**
 * A typeface, made fit for text that can be searched and copied: where a radical and an ordinary
 * character share one glyph (U+2F08 and 人), the PDF would note the radical as the glyph's text, and a search for 人
 * would find nothing. The radicals are therefore taken out of the table that leads from characters to glyphs.
 */
final class FontFile {

    private static final int CMAP = 0x636d6170;
    private static final int GROUPS = 12;

    private FontFile() {}

    static byte[] read(String name) {
        try (InputStream in = new ClassPathResource("fonts/" + name).getInputStream()) {
            byte[] font = in.readAllBytes();
            dropRadicals(ByteBuffer.wrap(font));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("缺少字体 %s,请重新构建".formatted(name), e);
        }
    }

    /** One of the machine. */
    static byte[] read(Path file) {
        try {
            byte[] font = Files.readAllBytes(file);
            dropRadicals(ByteBuffer.wrap(font));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("字体 %s 不能读取".formatted(file), e);
        }
    }

    private static void dropRadicals(ByteBuffer font) {
        int tables = font.getShort(4);
        for (int table = 0; table < tables; table++) {
            int entry = 12 + 16 * table;
            if (font.getInt(entry) == CMAP) {
                int cmap = font.getInt(entry + 8);
                int encodings = font.getShort(cmap + 2);
                for (int encoding = 0; encoding < encodings; encoding++) {
                    int subtable = cmap + font.getInt(cmap + 4 + 8 * encoding + 4);
                    if (font.getShort(subtable) == GROUPS) {
                        dropGroups(font, subtable);
                    }
                }
            }
        }
    }

    /** A group maps the characters from first to last to glyphs that follow each other. */
    private static void dropGroups(ByteBuffer font, int subtable) {
        int groups = font.getInt(subtable + 12);
        for (int group = 0; group < groups; group++) {
            int at = subtable + 16 + 12 * group;
            if (isRadical(font.getInt(at)) && isRadical(font.getInt(at + 4))) {
                // the order of groups has to stay: the group becomes one character without a glyph
                font.putInt(at + 4, font.getInt(at));
                font.putInt(at + 8, 0);
            }
        }
    }

    private static boolean isRadical(int character) {
        boolean radical = character >= 0x2e80 && character <= 0x2fdf;
        boolean numeral = character >= 0x3021 && character <= 0x303a;
        boolean stroke = character >= 0x31c0 && character <= 0x31ef;
        return radical || numeral || stroke;
    }
}
