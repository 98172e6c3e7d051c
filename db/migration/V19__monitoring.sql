-- What the managers' board reckons with (阶段看板). Owned by package monitoring. Rows outlive the engine's history.
-- *_wm: places on the line of office time in minutes, see OfficeHours; differences are working time.
-- pending, folded: how far the row is in stage_summary, see Folding.
CREATE TABLE task_fact (
  task_id             VARCHAR(64)  NOT NULL,
  business_key        VARCHAR(64)  NOT NULL,
  case_no             VARCHAR(40)  NULL,
  round_no            VARCHAR(32)  NOT NULL,
  area                VARCHAR(6)   NOT NULL,
  field               VARCHAR(64)  NOT NULL,
  definition_key      VARCHAR(64)  NOT NULL,
  definition_id       VARCHAR(64)  NOT NULL,
  process_instance_id VARCHAR(64)  NOT NULL,
  stage               VARCHAR(40)  NOT NULL,
  task_key            VARCHAR(100) NOT NULL,
  instance_key        VARCHAR(140) NOT NULL,
  element_no          INT          NULL,
  visit               INT          NOT NULL,
  department          VARCHAR(64)  NOT NULL,
  organisation        VARCHAR(18)  NULL,
  expert              INT          NOT NULL,
  holder_user         VARCHAR(64)  NULL,
  holder_group        VARCHAR(64)  NULL,
  entered_at          BIGINT       NOT NULL,
  taken_at            BIGINT       NULL,
  left_at             BIGINT       NULL,
  due_at              BIGINT       NULL,
  entered_wm          BIGINT       NOT NULL,
  taken_wm            BIGINT       NULL,
  left_wm             BIGINT       NULL,
  outcome             VARCHAR(16)  NOT NULL,
  decision            VARCHAR(100) NULL,
  pending             INT          NOT NULL,
  folded              INT          NOT NULL,
  CONSTRAINT pk_task_fact PRIMARY KEY (task_id)
);
CREATE INDEX ix_task_fact_overdue ON task_fact (left_at, round_no, due_at, stage, case_no);
CREATE INDEX ix_task_fact_due ON task_fact (left_at, due_at);
CREATE INDEX ix_task_fact_waiting ON task_fact (left_at, definition_key, task_key, entered_wm);
CREATE INDEX ix_task_fact_office ON task_fact (left_at, department, stage, entered_wm);
CREATE INDEX ix_task_fact_instance ON task_fact (process_instance_id);
CREATE INDEX ix_task_fact_visit ON task_fact (business_key, task_key, instance_key);
CREATE INDEX ix_task_fact_list ON task_fact (round_no, stage, entered_at);
CREATE INDEX ix_task_fact_pending ON task_fact (pending);

-- a case in one of the six stages of the measures
CREATE TABLE stage_passage (
  passage_id          VARCHAR(64)  NOT NULL,
  case_no             VARCHAR(40)  NOT NULL,
  round_no            VARCHAR(32)  NOT NULL,
  area                VARCHAR(6)   NOT NULL,
  field               VARCHAR(64)  NOT NULL,
  definition_id       VARCHAR(64)  NOT NULL,
  process_instance_id VARCHAR(64)  NOT NULL,
  activity_id         VARCHAR(100) NOT NULL,
  stage               VARCHAR(40)  NOT NULL,
  visit               INT          NOT NULL,
  entered_at          BIGINT       NOT NULL,
  left_at             BIGINT       NULL,
  entered_wm          BIGINT       NOT NULL,
  left_wm             BIGINT       NULL,
  outcome             VARCHAR(16)  NOT NULL,
  pending             INT          NOT NULL,
  folded              INT          NOT NULL,
  CONSTRAINT pk_stage_passage PRIMARY KEY (passage_id)
);
CREATE INDEX ix_stage_passage_waiting ON stage_passage (left_at, round_no, stage, entered_wm);
CREATE INDEX ix_stage_passage_stage ON stage_passage (left_at, stage, entered_wm);
CREATE INDEX ix_stage_passage_area ON stage_passage (left_at, area, stage, entered_wm);
CREATE INDEX ix_stage_passage_field ON stage_passage (left_at, field, stage, entered_wm);
CREATE INDEX ix_stage_passage_list ON stage_passage (round_no, stage, entered_at);
CREATE INDEX ix_stage_passage_case ON stage_passage (case_no, stage);
CREATE INDEX ix_stage_passage_instance ON stage_passage (process_instance_id);
CREATE INDEX ix_stage_passage_pending ON stage_passage (pending);

-- counts and distributions of what is folded, one row for each combination of filters; scope says which, for reading
CREATE TABLE stage_summary (
  id    VARCHAR(64)  NOT NULL,
  scope VARCHAR(400) NOT NULL,
  tally MEDIUMTEXT   NOT NULL,
  CONSTRAINT pk_stage_summary PRIMARY KEY (id)
);

-- one row: whoever folds holds it
CREATE TABLE monitoring_fold (
  id    INT         NOT NULL,
  line  VARCHAR(64) NULL,
  CONSTRAINT pk_monitoring_fold PRIMARY KEY (id)
);
INSERT INTO monitoring_fold (id, line) VALUES (1, NULL);

CREATE TABLE stage_threshold (
  stage         VARCHAR(40)   NOT NULL,
  overdue_share DECIMAL(5, 4) NULL,
  oldest_days   DECIMAL(6, 1) NULL,
  changed_by    VARCHAR(64)   NOT NULL,
  changed_at    BIGINT        NOT NULL,
  CONSTRAINT pk_stage_threshold PRIMARY KEY (stage)
);

-- an alert stands until the figure is back within its threshold; open_key is unique while it stands
CREATE TABLE stage_alert (
  id          VARCHAR(36)    NOT NULL,
  stage       VARCHAR(40)    NOT NULL,
  round_no    VARCHAR(32)    NOT NULL,
  measure     VARCHAR(16)    NOT NULL,
  figure      DECIMAL(12, 4) NOT NULL,
  threshold   DECIMAL(12, 4) NOT NULL,
  raised_at   BIGINT         NOT NULL,
  resolved_at BIGINT         NULL,
  open_key    VARCHAR(100)   NULL,
  CONSTRAINT pk_stage_alert PRIMARY KEY (id),
  CONSTRAINT uk_stage_alert_open UNIQUE (open_key)
);
CREATE INDEX ix_stage_alert_raised ON stage_alert (raised_at);
