-- 流程设计: changes to diagrams, forms, decision tables and policies. Owned by package change.
CREATE TABLE design_change (
  id            VARCHAR(36)   NOT NULL,
  title         VARCHAR(200)  NOT NULL,
  -- the city whose own measures it changes; NULL for the province
  area          VARCHAR(6)    NULL,
  status        VARCHAR(16)   NOT NULL,
  created_by    VARCHAR(64)   NOT NULL,
  created_at    BIGINT        NOT NULL,
  updated_at    BIGINT        NOT NULL,
  reason        VARCHAR(1000) NULL,
  effective_at  BIGINT        NULL,
  proposed_by   VARCHAR(64)   NULL,
  proposed_at   BIGINT        NULL,
  -- of the files as proposed and rehearsed
  content_hash  VARCHAR(64)   NULL,
  -- why warnings are accepted, by the warning's key, as JSON
  warnings      MEDIUMTEXT    NULL,
  confirmed_by  VARCHAR(64)   NULL,
  confirmed_at  BIGINT        NULL,
  refusal       VARCHAR(1000) NULL,
  in_force_at   BIGINT        NULL,
  failure       MEDIUMTEXT    NULL,
  CONSTRAINT pk_design_change PRIMARY KEY (id)
);
CREATE INDEX ix_design_change_due ON design_change (status, effective_at);

CREATE TABLE design_file (
  change_id VARCHAR(36)  NOT NULL,
  path      VARCHAR(200) NOT NULL,
  -- of the newest draft
  version   INT          NOT NULL,
  -- what the first draft was taken from; NULL for a new file
  base_ref  VARCHAR(160) NULL,
  CONSTRAINT pk_design_file PRIMARY KEY (change_id, path)
);

-- Drafts are only ever added; a file that was taken out of its change and comes back goes on counting.
CREATE TABLE design_draft (
  change_id VARCHAR(36)  NOT NULL,
  path      VARCHAR(200) NOT NULL,
  version   INT          NOT NULL,
  content   MEDIUMTEXT   NOT NULL,
  saved_by  VARCHAR(64)  NOT NULL,
  saved_at  BIGINT       NOT NULL,
  CONSTRAINT pk_design_draft PRIMARY KEY (change_id, path, version)
);

-- who has a file open right now
CREATE TABLE design_presence (
  change_id VARCHAR(36)  NOT NULL,
  user_id   VARCHAR(64)  NOT NULL,
  path      VARCHAR(200) NOT NULL,
  since     BIGINT       NOT NULL,
  seen_at   BIGINT       NOT NULL,
  CONSTRAINT pk_design_presence PRIMARY KEY (change_id, user_id)
);

-- which versions a change put in force
CREATE TABLE design_result (
  ref       VARCHAR(160) NOT NULL,
  path      VARCHAR(200) NOT NULL,
  change_id VARCHAR(36)  NOT NULL,
  CONSTRAINT pk_design_result PRIMARY KEY (ref)
);
CREATE INDEX ix_design_result_change ON design_result (change_id);

-- packaged versions that administrators decided not to take over
CREATE TABLE design_kept (
  path    VARCHAR(200)  NOT NULL,
  area    VARCHAR(6)    NOT NULL,
  sha256  VARCHAR(64)   NOT NULL,
  reason  VARCHAR(1000) NOT NULL,
  kept_by VARCHAR(64)   NOT NULL,
  kept_at BIGINT        NOT NULL,
  CONSTRAINT pk_design_kept PRIMARY KEY (path, area, sha256)
);
