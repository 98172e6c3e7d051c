-- Pilot projects (试点示范), their fund-use plans and reports. Owned by package pilot. Amounts in yuan.
CREATE TABLE pilot (
  case_no             VARCHAR(40)    NOT NULL,
  round_no            VARCHAR(32)    NOT NULL,
  amount              DECIMAL(16, 2) NOT NULL,
  starts_on           DATE           NOT NULL,
  process_instance_id VARCHAR(64)    NULL,
  plan_no             INT            NOT NULL,
  department          VARCHAR(16)    NULL,
  division            VARCHAR(64)    NULL,
  plan_starts_on      DATE           NULL,
  plan_ends_on        DATE           NULL,
  filing_no           VARCHAR(100)   NULL,
  return_reason       VARCHAR(1000)  NULL,
  acceptance          VARCHAR(16)    NULL,
  opinion             VARCHAR(1000)  NULL,
  selected_at         BIGINT         NOT NULL,
  selected_by         VARCHAR(64)    NOT NULL,
  CONSTRAINT pk_pilot PRIMARY KEY (case_no),
  CONSTRAINT uk_pilot_filing UNIQUE (filing_no),
  CONSTRAINT fk_pilot_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);
CREATE INDEX ix_pilot_round ON pilot (round_no);

CREATE TABLE fund_use (
  case_no  VARCHAR(40)    NOT NULL,
  plan_no  INT            NOT NULL,
  use_code VARCHAR(64)    NOT NULL,
  amount   DECIMAL(16, 2) NOT NULL,
  CONSTRAINT pk_fund_use PRIMARY KEY (case_no, plan_no, use_code),
  CONSTRAINT fk_fund_use_pilot FOREIGN KEY (case_no) REFERENCES pilot (case_no)
);

CREATE TABLE pilot_report (
  case_no     VARCHAR(40)    NOT NULL,
  seq         INT            NOT NULL,
  kind        VARCHAR(16)    NOT NULL,
  report_text VARCHAR(4000)  NOT NULL,
  spent       VARCHAR(1000)  NOT NULL,
  reported_at BIGINT         NOT NULL,
  reported_by VARCHAR(64)    NOT NULL,
  CONSTRAINT pk_pilot_report PRIMARY KEY (case_no, seq),
  CONSTRAINT fk_pilot_report_pilot FOREIGN KEY (case_no) REFERENCES pilot (case_no)
);
