-- Documents the platform has produced. A version is never changed; new content is the next version.
CREATE TABLE document (
    document_id VARCHAR(36)  NOT NULL,
    scope       VARCHAR(64)  NOT NULL,
    kind        VARCHAR(32)  NOT NULL,
    version     INT          NOT NULL,
    title       VARCHAR(255) NOT NULL,
    fingerprint CHAR(64)     NOT NULL,
    sha256      CHAR(64)     NOT NULL,
    created_at  BIGINT       NOT NULL,
    created_by  VARCHAR(64)  NOT NULL,
    size_bytes  BIGINT       NOT NULL,
    bytes       LONGBLOB     NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (document_id),
    CONSTRAINT uk_document_version UNIQUE (scope, kind, version)
);
