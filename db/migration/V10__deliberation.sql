-- Party-group deliberations (党组会审议) and their agendas. Owned by package deliberation.
CREATE TABLE deliberation (
  deliberation_id VARCHAR(36)   NOT NULL,
  round_no        VARCHAR(32)   NOT NULL,
  seq             INT           NOT NULL,
  status          VARCHAR(16)   NOT NULL,
  minutes_no      VARCHAR(100)  NULL,
  meeting_date    DATE          NULL,
  present_count   INT           NULL,
  member_count    INT           NULL,
  recused         VARCHAR(1000) NULL,
  created_at      BIGINT        NOT NULL,
  created_by      VARCHAR(64)   NOT NULL,
  recorded_at     BIGINT        NULL,
  recorded_by     VARCHAR(64)   NULL,
  CONSTRAINT pk_deliberation PRIMARY KEY (deliberation_id),
  CONSTRAINT uk_deliberation_seq UNIQUE (round_no, seq),
  CONSTRAINT uk_deliberation_minutes UNIQUE (minutes_no),
  CONSTRAINT fk_deliberation_round FOREIGN KEY (round_no) REFERENCES evaluation_round (round_no)
);

CREATE TABLE agenda_item (
  deliberation_id VARCHAR(36)   NOT NULL,
  case_no         VARCHAR(40)   NOT NULL,
  computation_no  INT           NOT NULL,
  status          VARCHAR(16)   NOT NULL,
  decision        VARCHAR(40)   NULL,
  reason          VARCHAR(1000) NULL,
  decided_at      BIGINT        NULL,
  CONSTRAINT pk_agenda_item PRIMARY KEY (deliberation_id, case_no),
  CONSTRAINT fk_agenda_item_deliberation FOREIGN KEY (deliberation_id) REFERENCES deliberation (deliberation_id),
  CONSTRAINT fk_agenda_item_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);
CREATE INDEX ix_agenda_item_case ON agenda_item (case_no, status);
