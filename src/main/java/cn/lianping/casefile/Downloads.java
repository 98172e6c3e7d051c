package cn.lianping.casefile;

import cn.lianping.document.Document;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that a browser saves under their Chinese names and never shows in the platform's own pages. */
final class Downloads {

    private Downloads() {}

    /** A document with its bytes. */
    static ResponseEntity<byte[]> of(Document document, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().format().contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    /** To be saved under this name. */
    static String disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
