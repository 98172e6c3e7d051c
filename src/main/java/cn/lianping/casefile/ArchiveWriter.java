package cn.lianping.casefile;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A zip that is written piece by piece, with an index of what is in it. The index waits in a temporary file: a round of
 * ten thousand cases has hundreds of thousands of files.
 */
final class ArchiveWriter implements Closeable {

    private static final List<String> HEADS =
            List.of("序号", "路径", "案卷号", "类别", "形成时间", "校验码", "大小(字节)", "SHA-256", "与登记核对");
    private static final int FLUSHED_ROWS = 1000;
    private static final int LONGEST_NAME = 120;

    /**
     * A file to be added.
     *
     * @param folder ends with a slash
     * @param name as people know it
     * @param caseNo empty for what belongs to the round
     * @param code printed code of a document, else empty
     * @param sha256 what its bytes should give, empty where nothing is noted
     */
    record Item(String folder, String name, String caseNo, String kind, String madeAt, String code, String sha256) {}

    /** Writes the bytes of a file. */
    interface Bytes {
        void writeTo(OutputStream entry) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Path indexFile;
    private final CSVPrinter index;
    private final Set<String> paths = new HashSet<>();
    private int count;

    ArchiveWriter(OutputStream out) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // most of it is compressed already
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.indexFile = Files.createTempFile("archive-index", ".csv");
        this.index = new CSVPrinter(Files.newBufferedWriter(indexFile), CSVFormat.RFC4180);
        index.printRecord(HEADS);
    }

    /** Adds a file and its line in the index. Bytes that do not give the noted SHA-256 are kept and marked. */
    void add(Item item, Bytes bytes) throws IOException {
        String path = item.folder() + unique(item.folder(), safe(item.name()));
        zip.putNextEntry(new ZipEntry(path));
        Hashed entry = new Hashed(zip);
        bytes.writeTo(entry);
        zip.closeEntry();
        String sha256 = entry.sha256();
        count++;
        index.printRecord(
                count,
                path,
                item.caseNo(),
                item.kind(),
                item.madeAt(),
                item.code(),
                entry.size,
                sha256,
                item.sha256().isEmpty() ? "" : item.sha256().equals(sha256) ? "一致" : "不一致");
    }

    /** Two files of a folder may have the same name. */
    private String unique(String where, String name) {
        String found = name;
        for (int n = 2; !paths.add(where + found); n++) {
            int dot = name.lastIndexOf('.');
            found = dot < 0 ? name + "(" + n + ")" : name.substring(0, dot) + "(" + n + ")" + name.substring(dot);
        }
        return found;
    }

    /** A name that stays in its folder and that every system can write. */
    private static String safe(String name) {
        String clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        if (clean.length() <= LONGEST_NAME) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String extension = dot < 0 || clean.length() - dot > 10 ? "" : clean.substring(dot);
        return clean.substring(0, LONGEST_NAME - extension.length()) + extension;
    }

    /** Adds the index, as text and as a workbook, and ends the zip. Without it nobody can take the file for complete. */
    void finish() throws IOException {
        index.close();
        zip.putNextEntry(new ZipEntry("目录.csv"));
        // so that spreadsheet programs read it as UTF-8
        zip.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        Files.copy(indexFile, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("目录.xlsx"));
        workbook();
        zip.closeEntry();
        zip.finish();
    }

    /** Takes the temporary file away; the stream below stays open. */
    @Override
    public void close() throws IOException {
        index.close();
        Files.deleteIfExists(indexFile);
    }

    private void workbook() throws IOException {
        try (Reader lines = Files.newBufferedReader(indexFile);
                CSVParser parser = CSVParser.parse(lines, CSVFormat.RFC4180);
                Workbook workbook = new Workbook(new Open(zip), "Lianping", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("目录");
            int[] widths = {8, 80, 18, 14, 22, 20, 14, 68, 12};
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, widths[column]);
            }
            sheet.freezePane(0, 1);
            int row = 0;
            for (CSVRecord record : parser) {
                for (int column = 0; column < record.size(); column++) {
                    sheet.value(row, column, record.get(column));
                }
                if (row == 0) {
                    sheet.range(0, 0, 0, HEADS.size() - 1)
                            .style()
                            .bold()
                            .fillColor("F0F0F0")
                            .set();
                }
                row++;
                if (row % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    /** Closing it leaves what lies below open. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Counts and hashes what passes. */
    private static final class Hashed extends FilterOutputStream {

        private final MessageDigest digest;
        private long size;

        Hashed(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
