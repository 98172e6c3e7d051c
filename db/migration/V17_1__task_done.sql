-- What each person did with tasks (我已办). Written by package engine, read by package worklist.
CREATE TABLE task_done (
  id       VARCHAR(36)  NOT NULL,
  person   VARCHAR(64)  NOT NULL,
  done_at  BIGINT       NOT NULL,
  task_id  VARCHAR(64)  NOT NULL,
  task_key VARCHAR(255) NOT NULL,
  title    VARCHAR(255) NOT NULL,
  case_no  VARCHAR(64)  NOT NULL,
  outcome  VARCHAR(100) NOT NULL,
  opinion  VARCHAR(500) NOT NULL,
  CONSTRAINT pk_task_done PRIMARY KEY (id)
);
CREATE INDEX ix_task_done_person ON task_done (person, done_at);
CREATE INDEX ix_task_done_case ON task_done (case_no, person);
