package cn.lianping.document;

/**
 * A produced document, without its bytes.
 *
 * @param id identity of the document
 * @param scope case number or round number
 * @param kind what it is
 * @param part which one of its kind, where a scope has several: see {@link DocumentKind}; else empty
 * @param version 1 for the first of its scope, kind and part
 * @param title as printed and as part of the file name
 * @param fingerprint SHA-256 of kind, scope, part and model: equal content has an equal fingerprint
 * @param sha256 of the file's bytes
 * @param createdAt epoch milliseconds
 * @param createdBy user id
 * @param size bytes
 */
public record Document(
        String id,
        String scope,
        DocumentKind kind,
        String part,
        int version,
        String title,
        String fingerprint,
        String sha256,
        long createdAt,
        String createdBy,
        long size) {

    /** The name to save it under. */
    public String fileName() {
        return title + "." + kind.format().extension();
    }
}
