-- 在办件迁移: running cases are taken along to another version of their diagram. Owned by package migration.
CREATE TABLE case_migration (
  id              VARCHAR(36)   NOT NULL,
  from_definition VARCHAR(128)  NOT NULL,
  to_definition   VARCHAR(128)  NOT NULL,
  -- source element to target element, as JSON, where a person chose
  mapping         MEDIUMTEXT    NOT NULL,
  reason          VARCHAR(1000) NOT NULL,
  status          VARCHAR(16)   NOT NULL,
  proposed_by     VARCHAR(64)   NOT NULL,
  proposed_at     BIGINT        NOT NULL,
  confirmed_by    VARCHAR(64)   NULL,
  confirmed_at    BIGINT        NULL,
  ended_at        BIGINT        NULL,
  refusal         VARCHAR(1000) NULL,
  -- the migration whose cases it leads back
  back_of         VARCHAR(36)   NULL,
  -- of the last trial
  tried_at        BIGINT        NULL,
  tried_done      INT           NULL,
  tried_failed    INT           NULL,
  CONSTRAINT pk_case_migration PRIMARY KEY (id)
);
CREATE INDEX ix_case_migration_status ON case_migration (status);

CREATE TABLE case_migration_case (
  migration_id VARCHAR(36)   NOT NULL,
  instance_id  VARCHAR(64)   NOT NULL,
  case_no      VARCHAR(64)   NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  reason       VARCHAR(2000) NULL,
  -- what the trial said; NULL where it went well
  trial        VARCHAR(2000) NULL,
  moved_at     BIGINT        NULL,
  CONSTRAINT pk_case_migration_case PRIMARY KEY (migration_id, instance_id)
);
CREATE INDEX ix_case_migration_case_status ON case_migration_case (migration_id, status);
