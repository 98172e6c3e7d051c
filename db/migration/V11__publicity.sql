-- Public notices (公示), the frozen lists on them, and the objections (异议) to them. Owned by package publicity.
CREATE TABLE notice (
  notice_id           VARCHAR(36)  NOT NULL,
  round_no            VARCHAR(32)  NOT NULL,
  seq                 INT          NOT NULL,
  title               VARCHAR(200) NOT NULL,
  starts_on           DATE         NOT NULL,
  ends_on             DATE         NOT NULL,
  ends_at             BIGINT       NOT NULL,
  status              VARCHAR(16)  NOT NULL,
  process_instance_id VARCHAR(64)  NOT NULL,
  document_id         VARCHAR(36)  NULL,
  created_at          BIGINT       NOT NULL,
  created_by          VARCHAR(64)  NOT NULL,
  published_at        BIGINT       NULL,
  ended_at            BIGINT       NULL,
  CONSTRAINT pk_notice PRIMARY KEY (notice_id),
  CONSTRAINT uk_notice_seq UNIQUE (round_no, seq),
  CONSTRAINT uk_notice_instance UNIQUE (process_instance_id),
  CONSTRAINT fk_notice_round FOREIGN KEY (round_no) REFERENCES evaluation_round (round_no)
);

CREATE TABLE notice_item (
  notice_id     VARCHAR(36)   NOT NULL,
  case_no       VARCHAR(40)   NOT NULL,
  place         INT           NOT NULL,
  total         DECIMAL(5, 2) NOT NULL,
  alliance_name VARCHAR(200)  NOT NULL,
  lead_name     VARCHAR(200)  NOT NULL,
  area_name     VARCHAR(100)  NOT NULL,
  CONSTRAINT pk_notice_item PRIMARY KEY (notice_id, case_no),
  CONSTRAINT fk_notice_item_notice FOREIGN KEY (notice_id) REFERENCES notice (notice_id),
  CONSTRAINT fk_notice_item_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);
CREATE INDEX ix_notice_item_case ON notice_item (case_no);

CREATE TABLE objection (
  receipt_no          VARCHAR(16)   NOT NULL,
  notice_id           VARCHAR(36)   NOT NULL,
  case_no             VARCHAR(40)   NOT NULL,
  round_no            VARCHAR(32)   NOT NULL,
  channel             VARCHAR(16)   NOT NULL,
  real_name           VARCHAR(200)  NOT NULL,
  contact             VARCHAR(200)  NOT NULL,
  statement           VARCHAR(4000) NOT NULL,
  postmark_on         DATE          NULL,
  received_at         BIGINT        NOT NULL,
  received_by         VARCHAR(64)   NOT NULL,
  process_instance_id VARCHAR(64)   NULL,
  status              VARCHAR(16)   NOT NULL,
  acceptance_reason   VARCHAR(2000) NULL,
  finding             VARCHAR(4000) NULL,
  outcome             VARCHAR(16)   NULL,
  remedy              VARCHAR(16)   NULL,
  expert              VARCHAR(64)   NULL,
  replacement         VARCHAR(64)   NULL,
  decision_reason     VARCHAR(2000) NULL,
  closed_at           BIGINT        NULL,
  CONSTRAINT pk_objection PRIMARY KEY (receipt_no),
  CONSTRAINT fk_objection_item FOREIGN KEY (notice_id, case_no) REFERENCES notice_item (notice_id, case_no)
);
CREATE INDEX ix_objection_case ON objection (case_no);
