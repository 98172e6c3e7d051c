-- Panels, recusals, sheets and scores (综合评价). Owned by package comprehensiveevaluation.
CREATE TABLE panel (
  case_no      VARCHAR(40)   NOT NULL,
  seed         VARCHAR(64)   NOT NULL,
  pool         MEDIUMTEXT    NOT NULL,
  drawn_at     BIGINT        NOT NULL,
  drawn_by     VARCHAR(64)   NOT NULL,
  confirmed_at BIGINT        NULL,
  confirmed_by VARCHAR(64)   NULL,
  reason       VARCHAR(1000) NULL,
  CONSTRAINT pk_panel PRIMARY KEY (case_no),
  CONSTRAINT fk_panel_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);

CREATE TABLE panel_seat (
  case_no      VARCHAR(40) NOT NULL,
  seat         INT         NOT NULL,
  expert       VARCHAR(64) NULL,
  drawn_expert VARCHAR(64) NULL,
  CONSTRAINT pk_panel_seat PRIMARY KEY (case_no, seat),
  CONSTRAINT fk_panel_seat_panel FOREIGN KEY (case_no) REFERENCES panel (case_no)
);

CREATE TABLE panel_reserve (
  case_no  VARCHAR(40) NOT NULL,
  place    INT         NOT NULL,
  expert   VARCHAR(64) NOT NULL,
  CONSTRAINT pk_panel_reserve PRIMARY KEY (case_no, place),
  CONSTRAINT fk_panel_reserve_panel FOREIGN KEY (case_no) REFERENCES panel (case_no)
);

-- for good: somebody recused is never drawn again for the alliance
CREATE TABLE recusal (
  alliance_id VARCHAR(32)   NOT NULL,
  expert      VARCHAR(64)   NOT NULL,
  case_no     VARCHAR(40)   NOT NULL,
  ground      VARCHAR(16)   NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  recused_at  BIGINT        NOT NULL,
  recused_by  VARCHAR(64)   NOT NULL,
  CONSTRAINT pk_recusal PRIMARY KEY (alliance_id, expert),
  CONSTRAINT fk_recusal_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);

CREATE TABLE sheet (
  sheet_id      VARCHAR(36)   NOT NULL,
  case_no       VARCHAR(40)   NOT NULL,
  kind          VARCHAR(16)   NOT NULL,
  reviewer      VARCHAR(64)   NOT NULL,
  version       INT           NOT NULL,
  seat          INT           NULL,
  status        VARCHAR(16)   NOT NULL,
  total         INT           NOT NULL,
  submitted_by  VARCHAR(64)   NOT NULL,
  submitted_at  BIGINT        NOT NULL,
  status_reason VARCHAR(1000) NULL,
  status_by     VARCHAR(64)   NULL,
  status_at     BIGINT        NULL,
  CONSTRAINT pk_sheet PRIMARY KEY (sheet_id),
  CONSTRAINT uk_sheet_version UNIQUE (case_no, kind, reviewer, version),
  CONSTRAINT fk_sheet_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);

CREATE TABLE sheet_answer (
  sheet_id   VARCHAR(36)   NOT NULL,
  element_no INT           NOT NULL,
  point      INT           NOT NULL,
  reason     VARCHAR(2000) NOT NULL,
  CONSTRAINT pk_sheet_answer PRIMARY KEY (sheet_id, element_no),
  CONSTRAINT fk_sheet_answer_sheet FOREIGN KEY (sheet_id) REFERENCES sheet (sheet_id)
);

CREATE TABLE score (
  case_no           VARCHAR(40)   NOT NULL,
  computation_no    INT           NOT NULL,
  round_no          VARCHAR(32)   NOT NULL,
  division_mean     DECIMAL(8, 4) NOT NULL,
  expert_mean       DECIMAL(8, 4) NOT NULL,
  total             VARCHAR(16)   NOT NULL,
  exact_expert_mean VARCHAR(64)   NOT NULL,
  exact_total       VARCHAR(64)   NOT NULL,
  trace             MEDIUMTEXT    NOT NULL,
  sha256            VARCHAR(64)   NOT NULL,
  computed_at       BIGINT        NOT NULL,
  CONSTRAINT pk_score PRIMARY KEY (case_no, computation_no),
  CONSTRAINT fk_score_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);
CREATE INDEX ix_score_round ON score (round_no);
