-- Self-evaluation (article 6.1). Owned by package selfevaluation. Claims and seals are never deleted: a change is a new row.
CREATE TABLE element_claim (
  case_no       VARCHAR(40)  NOT NULL,
  element_no    INT          NOT NULL,
  version       INT          NOT NULL,
  met           INT          NOT NULL,
  statement     MEDIUMTEXT   NOT NULL,
  chain_name    VARCHAR(200) NULL,
  facts         MEDIUMTEXT   NOT NULL,
  advice        VARCHAR(20)  NULL,
  advice_reason VARCHAR(1000) NULL,
  filled_by     VARCHAR(64)  NOT NULL,
  filled_at     BIGINT       NOT NULL,
  CONSTRAINT pk_element_claim PRIMARY KEY (case_no, element_no, version)
);

CREATE TABLE element_reopening (
  case_no    VARCHAR(40)   NOT NULL,
  element_no INT           NOT NULL,
  attempt    INT           NOT NULL,
  reason     VARCHAR(2000) NOT NULL,
  asked_by   VARCHAR(64)   NOT NULL,
  asked_at   BIGINT        NOT NULL,
  CONSTRAINT pk_element_reopening PRIMARY KEY (case_no, element_no, attempt)
);

CREATE TABLE self_evaluation_report (
  case_no     VARCHAR(40) NOT NULL,
  version     INT         NOT NULL,
  fingerprint CHAR(64)    NOT NULL,
  document_id VARCHAR(36) NOT NULL,
  produced_at BIGINT      NOT NULL,
  CONSTRAINT pk_self_evaluation_report PRIMARY KEY (case_no, version)
);

CREATE TABLE seal (
  case_no        VARCHAR(40)   NOT NULL,
  member_code    VARCHAR(18)   NOT NULL,
  report_version INT           NOT NULL,
  evidence_id    VARCHAR(36)   NOT NULL,
  sealed_by      VARCHAR(64)   NOT NULL,
  sealed_at      BIGINT        NOT NULL,
  voided_at      BIGINT        NULL,
  void_reason    VARCHAR(1000) NULL,
  CONSTRAINT pk_seal PRIMARY KEY (case_no, member_code, report_version)
);
