-- Files that prove something. A row is never deleted; a newer file marks the older one as replaced.
CREATE TABLE evidence (
    evidence_id  VARCHAR(36)  NOT NULL,
    scope        VARCHAR(64)  NOT NULL,
    kind         VARCHAR(32)  NOT NULL,
    element_no   INT          NULL,
    member_code  VARCHAR(18)  NULL,
    task_id      VARCHAR(64)  NULL,
    file_name    VARCHAR(255) NOT NULL,
    content_type VARCHAR(128) NOT NULL,
    size_bytes   BIGINT       NOT NULL,
    sha256       CHAR(64)     NOT NULL,
    uploaded_by  VARCHAR(64)  NOT NULL,
    uploaded_at  BIGINT       NOT NULL,
    replaced_by  VARCHAR(36)  NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (evidence_id)
);
CREATE INDEX ix_evidence_scope ON evidence (scope, kind);

-- The bytes in pieces of 1 MB: constant memory, and below the packet limit of any MySQL.
-- No foreign key to evidence: another store may keep the bytes elsewhere.
CREATE TABLE evidence_chunk (
    evidence_id VARCHAR(36) NOT NULL,
    seq         INT         NOT NULL,
    bytes       MEDIUMBLOB  NOT NULL,
    CONSTRAINT pk_evidence_chunk PRIMARY KEY (evidence_id, seq)
);
