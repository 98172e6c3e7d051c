package cn.lianping.evidence;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Finds out what a file really is, from its content alone. */
final class FileTypes {

    private static final Tika TIKA = new Tika();

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/x-msdownload", "Windows 可执行程序"),
            Map.entry("application/x-dosexec", "可执行程序"),
            Map.entry("application/x-elf", "Linux 可执行程序"),
            Map.entry("application/x-executable", "Linux 可执行程序"),
            Map.entry("application/x-sharedlib", "Linux 可执行程序"),
            Map.entry("application/x-sh", "脚本"),
            Map.entry("text/html", "网页(HTML)"),
            Map.entry("application/xhtml+xml", "网页(HTML)"),
            Map.entry("image/svg+xml", "SVG 图形"),
            Map.entry("image/gif", "GIF 图片"),
            Map.entry("image/bmp", "BMP 图片"),
            Map.entry("image/tiff", "TIFF 图片"),
            Map.entry("image/webp", "WebP 图片"),
            Map.entry("text/plain", "纯文本"),
            Map.entry("application/zip", "ZIP 压缩包"),
            Map.entry("application/x-rar-compressed", "RAR 压缩包"),
            Map.entry("application/x-7z-compressed", "7z 压缩包"),
            Map.entry("application/x-tika-msoffice", "旧版 Office 文件(.doc、.xls 等,请另存为 .docx 或 .xlsx)"),
            Map.entry("application/octet-stream", "无法识别的二进制文件"));

    private FileTypes() {}

    /**
     * The type of a file whose extension agrees with its content.
     *
     * @throws Refusal invalid, saying what the file really is and what is allowed
     */
    static FileType require(Path file, String fileName) throws IOException {
        // the path's own name is not given to the detector: only the content counts
        String found;
        try (InputStream content = Files.newInputStream(file)) {
            // without parameters such as format=pe32
            found = TIKA.detect(content).replaceFirst(";.*", "");
        }
        FileType type = switch (found) {
            case "application/pdf" -> FileType.PDF;
            case "image/png" -> FileType.PNG;
            case "image/jpeg" -> FileType.JPEG;
            case "application/zip", "application/x-tika-ooxml" -> inZip(file, fileName);
            default -> throw notAllowed(fileName, NAMES.getOrDefault(found, found));
        };
        if (!type.agreesWith(fileName)) {
            throw Refusal.invalid("“%s”的内容实际是 %s 文件,与扩展名不符;请核对是否选错文件,或把扩展名改为 %s 后重新上传"
                    .formatted(fileName, type.name(), type.extension()));
        }
        return type;
    }

    private static FileType inZip(Path file, String fileName) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            boolean office = names.contains("[Content_Types].xml");
            boolean word = office && names.stream().anyMatch(name -> name.startsWith("word/"));
            boolean excel = office && names.stream().anyMatch(name -> name.startsWith("xl/"));
            if (word == excel) {
                throw notAllowed(fileName, "ZIP 压缩包");
            }
            if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
                throw notAllowed(fileName, "带宏的 Office 文件(请另存为不带宏的 .docx 或 .xlsx)");
            }
            return word ? FileType.DOCX : FileType.XLSX;
        } catch (ZipException e) {
            throw Refusal.invalid("“%s”已损坏,无法打开;请重新保存后上传。允许的类型:%s".formatted(fileName, FileType.ALLOWED));
        }
    }

    private static Refusal notAllowed(String fileName, String really) {
        return Refusal.invalid("“%s”的内容实际是%s,不能上传;只接受 %s".formatted(fileName, really, FileType.ALLOWED));
    }
}
