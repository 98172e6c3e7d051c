package cn.lianping.evidence;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes in pieces of 1 MB in the database, so that one backup holds everything. */
class DatabaseEvidenceStore implements EvidenceStore {

    static final int CHUNK = 1 << 20;

    private final EvidenceChunkMapper chunks;

    DatabaseEvidenceStore(EvidenceChunkMapper chunks) {
        this.chunks = chunks;
    }

    @Override
    public void put(String id, InputStream bytes) throws IOException {
        int seq = 0;
        for (byte[] piece = bytes.readNBytes(CHUNK); piece.length > 0; piece = bytes.readNBytes(CHUNK)) {
            chunks.insert(id, seq++, piece);
        }
    }

    @Override
    public InputStream open(String id) throws IOException {
        EvidenceChunkMapper.Piece first = chunks.find(id, 0);
        if (first == null) {
            throw new FileNotFoundException("没有文件 %s 的内容".formatted(id));
        }
        return new SequenceInputStream(new Pieces(id, first.bytes()));
    }

    /** Asks for a piece when the one before has been read. */
    private final class Pieces implements Enumeration<InputStream> {

        private final String id;
        private byte @Nullable [] next;
        private int seq;

        Pieces(String id, byte[] first) {
            this.id = id;
            this.next = first;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null && seq >= 0) {
                EvidenceChunkMapper.Piece found = chunks.find(id, seq);
                next = found == null ? null : found.bytes();
            }
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            byte[] piece = hasMoreElements() ? next : null;
            if (piece == null) {
                throw new NoSuchElementException();
            }
            next = null;
            // a shorter piece is the last one: no query to learn that nothing follows
            seq = piece.length < CHUNK ? -1 : seq + 1;
            return new ByteArrayInputStream(piece);
        }
    }
}
