-- What people at a task may do besides completing it (办理动作). Owned by package office.
CREATE TABLE task_copy (
  id        VARCHAR(36)   NOT NULL,
  case_no   VARCHAR(40)   NOT NULL,
  task_id   VARCHAR(64)   NOT NULL,
  task_name VARCHAR(255)  NOT NULL,
  recipient VARCHAR(64)   NOT NULL,
  sender    VARCHAR(64)   NOT NULL,
  note      VARCHAR(1000) NOT NULL,
  sent_at   BIGINT        NOT NULL,
  read_at   BIGINT        NULL,
  CONSTRAINT pk_task_copy PRIMARY KEY (id)
);
CREATE INDEX ix_task_copy_recipient ON task_copy (recipient, sent_at);
CREATE INDEX ix_task_copy_case ON task_copy (case_no, recipient);

CREATE TABLE task_signer (
  id            VARCHAR(36)   NOT NULL,
  task_id       VARCHAR(64)   NOT NULL,
  case_no       VARCHAR(40)   NOT NULL,
  task_name     VARCHAR(255)  NOT NULL,
  signer        VARCHAR(64)   NOT NULL,
  asked_by      VARCHAR(64)   NOT NULL,
  question      VARCHAR(1000) NOT NULL,
  asked_at      BIGINT        NOT NULL,
  status        VARCHAR(16)   NOT NULL,
  opinion       VARCHAR(2000) NULL,
  closed_at     BIGINT        NULL,
  CONSTRAINT pk_task_signer PRIMARY KEY (id)
);
CREATE INDEX ix_task_signer_task ON task_signer (task_id);

CREATE TABLE task_draft (
  task_id  VARCHAR(64) NOT NULL,
  kept_by  VARCHAR(64) NOT NULL,
  entries  MEDIUMTEXT  NOT NULL,
  kept_at  BIGINT      NOT NULL,
  CONSTRAINT pk_task_draft PRIMARY KEY (task_id)
);

CREATE TABLE task_urging (
  id         VARCHAR(36)   NOT NULL,
  task_id    VARCHAR(64)   NOT NULL,
  case_no    VARCHAR(40)   NOT NULL,
  urged_by   VARCHAR(64)   NOT NULL,
  note       VARCHAR(1000) NOT NULL,
  urged_at   BIGINT        NOT NULL,
  CONSTRAINT pk_task_urging PRIMARY KEY (id)
);
CREATE INDEX ix_task_urging_task ON task_urging (task_id, urged_at);

CREATE TABLE stand_in (
  id         VARCHAR(36)   NOT NULL,
  principal  VARCHAR(64)   NOT NULL,
  deputy     VARCHAR(64)   NOT NULL,
  starts_on  DATE          NOT NULL,
  ends_on    DATE          NOT NULL,
  reason     VARCHAR(1000) NOT NULL,
  created_at BIGINT        NOT NULL,
  revoked_at BIGINT        NULL,
  CONSTRAINT pk_stand_in PRIMARY KEY (id)
);
CREATE INDEX ix_stand_in_deputy ON stand_in (deputy, ends_on);
CREATE INDEX ix_stand_in_principal ON stand_in (principal, ends_on);

-- whose task a deputy has taken over
CREATE TABLE task_stand_in (
  task_id   VARCHAR(64) NOT NULL,
  principal VARCHAR(64) NOT NULL,
  deputy    VARCHAR(64) NOT NULL,
  taken_at  BIGINT      NOT NULL,
  CONSTRAINT pk_task_stand_in PRIMARY KEY (task_id)
);

CREATE TABLE phrase (
  id       VARCHAR(36)  NOT NULL,
  user_id  VARCHAR(64)  NOT NULL,
  text     VARCHAR(300) NOT NULL,
  kept_at  BIGINT       NOT NULL,
  CONSTRAINT pk_phrase PRIMARY KEY (id)
);
CREATE INDEX ix_phrase_user ON phrase (user_id, kept_at);

-- A step that the case was taken back to is done again: what was entered before stays as void.
ALTER TABLE review_opinion ADD COLUMN seq INT DEFAULT 1 NOT NULL;
ALTER TABLE review_opinion ADD COLUMN voided_at BIGINT NULL;
ALTER TABLE review_opinion DROP PRIMARY KEY;
ALTER TABLE review_opinion ADD CONSTRAINT pk_review_opinion PRIMARY KEY (case_no, attempt, department, seq);
ALTER TABLE seal ADD COLUMN seq INT DEFAULT 1 NOT NULL;
ALTER TABLE seal DROP PRIMARY KEY;
ALTER TABLE seal ADD CONSTRAINT pk_seal PRIMARY KEY (case_no, member_code, report_version, seq);
