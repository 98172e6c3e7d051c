package cn.lianping.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes are. The database by default; an object store for many nodes. */
public interface EvidenceStore {

    /**
     * Keeps the bytes of a new file. Called inside the transaction that writes the file's row.
     *
     * @param id identity of the file, never used before
     * @param bytes read to the end, not closed
     */
    void put(String id, InputStream bytes) throws IOException;

    /**
     * The bytes of a file, read piece by piece; the caller closes the stream.
     *
     * @throws IOException when the bytes are not there
     */
    InputStream open(String id) throws IOException;
}
