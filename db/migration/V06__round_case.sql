-- Rounds (批次) and the cases (案卷) of the alliances in them. Owned by package round.
CREATE TABLE evaluation_round (
  round_no            VARCHAR(32)  NOT NULL,
  title               VARCHAR(200) NOT NULL,
  area_code           VARCHAR(6)   NOT NULL,
  policy_id           VARCHAR(64)  NOT NULL,
  policy_version      INT          NOT NULL,
  objection_hold      VARCHAR(8)   NOT NULL,
  opens_on            DATE         NOT NULL,
  closes_on           DATE         NOT NULL,
  process_instance_id VARCHAR(64)  NOT NULL,
  status              VARCHAR(16)  NOT NULL,
  last_case_seq       INT          NOT NULL,
  created_at          BIGINT       NOT NULL,
  created_by          VARCHAR(64)  NOT NULL,
  CONSTRAINT pk_evaluation_round PRIMARY KEY (round_no)
);

CREATE TABLE evaluation_case (
  case_no             VARCHAR(40)  NOT NULL,
  round_no            VARCHAR(32)  NOT NULL,
  alliance_id         VARCHAR(32)  NOT NULL,
  area_code           VARCHAR(6)   NOT NULL,
  lead_code           VARCHAR(18)  NOT NULL,
  status              VARCHAR(40)  NOT NULL,
  attempt             INT          NOT NULL,
  process_instance_id VARCHAR(64)  NOT NULL,
  submitted_at        BIGINT       NULL,
  note                VARCHAR(1000) NULL,
  created_at          BIGINT       NOT NULL,
  created_by          VARCHAR(64)  NOT NULL,
  CONSTRAINT pk_evaluation_case PRIMARY KEY (case_no),
  CONSTRAINT uk_evaluation_case_alliance UNIQUE (round_no, alliance_id),
  CONSTRAINT fk_evaluation_case_round FOREIGN KEY (round_no) REFERENCES evaluation_round (round_no)
);
CREATE INDEX ix_evaluation_case_status ON evaluation_case (round_no, status);
