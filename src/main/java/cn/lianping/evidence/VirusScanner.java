package cn.lianping.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A hook: a bean of this type sees every file before it is stored. */
public interface VirusScanner {

    /** Name and version, for the audit record. */
    String name();

    /**
     * Looks into a file.
     *
     * @return the name of what was found; empty when the file is clean
     * @throws IOException when the scanner cannot say; the upload fails then
     */
    Optional<String> scan(Path file) throws IOException;
}
