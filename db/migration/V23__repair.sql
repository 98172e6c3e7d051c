-- 个案修正: a case that got stuck is moved, its job tried again, or a routing variable corrected. Owned by package repair.
CREATE TABLE case_repair (
  id           VARCHAR(36)   NOT NULL,
  instance_id  VARCHAR(64)   NOT NULL,
  case_no      VARCHAR(64)   NOT NULL,
  kind         VARCHAR(16)   NOT NULL,
  -- activity instance, job or variable
  what         VARCHAR(255)  NOT NULL,
  from_element VARCHAR(255)  NULL,
  to_element   VARCHAR(255)  NULL,
  new_value    VARCHAR(1000) NULL,
  -- what it is, in words
  said         VARCHAR(500)  NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  proposed_by  VARCHAR(64)   NOT NULL,
  proposed_at  BIGINT        NOT NULL,
  confirmed_by VARCHAR(64)   NULL,
  confirmed_at BIGINT        NULL,
  refusal      VARCHAR(1000) NULL,
  CONSTRAINT pk_case_repair PRIMARY KEY (id)
);
CREATE INDEX ix_case_repair_status ON case_repair (status, proposed_at);
