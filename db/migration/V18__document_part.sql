-- Several documents of one kind in one case or round: an area's summary, an expert's statement, a reviewer's sheet, a meeting's papers.
ALTER TABLE document ADD COLUMN part VARCHAR(80) DEFAULT '' NOT NULL;
ALTER TABLE document DROP CONSTRAINT uk_document_version;
ALTER TABLE document ADD CONSTRAINT uk_document_version UNIQUE (scope, kind, part, version);
-- Anybody may ask whether the platform issued what they hold: by the printed code or by the file.
CREATE INDEX ix_document_fingerprint ON document (fingerprint);
CREATE INDEX ix_document_sha256 ON document (sha256);
