-- Joint releases (联合发布), their annexes and signatures. Owned by package jointrelease.
CREATE TABLE release_document (
  release_id   VARCHAR(36)   NOT NULL,
  round_no     VARCHAR(32)   NOT NULL,
  seq          INT           NOT NULL,
  draft_no     INT           NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  document_no  VARCHAR(100)  NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  body         VARCHAR(4000) NOT NULL,
  drafted_by   VARCHAR(64)   NOT NULL,
  drafted_at   BIGINT        NOT NULL,
  published_on DATE          NULL,
  published_at BIGINT        NULL,
  document_id  VARCHAR(36)   NULL,
  CONSTRAINT pk_release_document PRIMARY KEY (release_id),
  CONSTRAINT uk_release_document_seq UNIQUE (round_no, seq),
  CONSTRAINT uk_release_document_no UNIQUE (document_no),
  CONSTRAINT fk_release_document_round FOREIGN KEY (round_no) REFERENCES evaluation_round (round_no)
);

CREATE TABLE release_item (
  release_id    VARCHAR(36)   NOT NULL,
  case_no       VARCHAR(40)   NOT NULL,
  place         INT           NOT NULL,
  total         DECIMAL(5, 2) NOT NULL,
  alliance_name VARCHAR(200)  NOT NULL,
  lead_name     VARCHAR(200)  NOT NULL,
  CONSTRAINT pk_release_item PRIMARY KEY (release_id, case_no),
  CONSTRAINT fk_release_item_release FOREIGN KEY (release_id) REFERENCES release_document (release_id)
);
CREATE INDEX ix_release_item_case ON release_item (case_no);

CREATE TABLE release_signature (
  release_id VARCHAR(36)   NOT NULL,
  seq        INT           NOT NULL,
  draft_no   INT           NOT NULL,
  department VARCHAR(16)   NOT NULL,
  user_id    VARCHAR(64)   NOT NULL,
  outcome    VARCHAR(16)   NOT NULL,
  opinion    VARCHAR(1000) NOT NULL,
  signed_at  BIGINT        NOT NULL,
  voided_at  BIGINT        NULL,
  CONSTRAINT pk_release_signature PRIMARY KEY (release_id, seq),
  CONSTRAINT fk_release_signature_release FOREIGN KEY (release_id) REFERENCES release_document (release_id)
);
