package cn.lianping.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The typeface that GB/T 9704-2012 (5.2.2) asks for in the body of official documents. None may be passed on with the
 * platform, so one is used that the machine has.
 */
final class FangSong {

    private static final Logger LOG = LoggerFactory.getLogger(FangSong.class);
    private static final int TRUE_TYPE = 0x00010000;
    private static final int DEPTH = 5;

    /** Of Windows, of Founder, of the free ones. */
    private static final Pattern NAMES =
            Pattern.compile("(simfang|stfangso|fzfs(jw|k)?|fangsong(_gb2312)?|zhuquefangsong-regular)\\.ttf");

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home", "/"), ".local/share/fonts"),
            Path.of("C:/Windows/Fonts"));

    private FangSong() {}

    /**
     * The file to use.
     *
     * @param configured a file, {@code none}, or empty to look for one
     * @throws IllegalArgumentException when the configured file is no TrueType typeface
     */
    static Optional<Path> find(String configured) {
        if ("none".equals(configured)) {
            return Optional.empty();
        }
        if (!configured.isBlank()) {
            Path file = Path.of(configured);
            if (!isTrueType(file)) {
                throw new IllegalArgumentException("lianping.documents.fangsong 不是 TrueType 字体文件(.ttf):" + configured);
            }
            return Optional.of(file);
        }
        Optional<Path> found = PLACES.stream()
                .filter(Files::isDirectory)
                .flatMap(FangSong::typefaces)
                .findFirst();
        LOG.info("公文正文字体:{}", found.map(Path::toString).orElse("未找到仿宋,改用思源宋体"));
        return found;
    }

    private static Stream<Path> typefaces(Path place) {
        try (Stream<Path> files = Files.find(
                place,
                DEPTH,
                (file, attributes) -> NAMES.matcher(
                                file.getFileName().toString().toLowerCase(Locale.ROOT))
                        .matches())) {
            return files.filter(FangSong::isTrueType).sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("不能查找字体:{}", place, e);
            return Stream.empty();
        }
    }

    private static boolean isTrueType(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() == TRUE_TYPE;
        } catch (IOException e) {
            return false;
        }
    }
}
