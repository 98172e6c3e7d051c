-- 试运行. Owned by package rehearsal.
CREATE TABLE rehearsal (
  id           VARCHAR(36)  NOT NULL,
  -- NULL for a rehearsal of no change
  change_id    VARCHAR(36)  NULL,
  content_hash VARCHAR(64)  NOT NULL,
  -- the city whose own measures are rehearsed; NULL for the province
  area         VARCHAR(6)   NULL,
  -- WAITING, RUNNING, DONE or FAILED
  state        VARCHAR(8)   NOT NULL,
  percent      INT          NOT NULL,
  text         VARCHAR(600) NOT NULL,
  passed       SMALLINT     NOT NULL,
  started_by   VARCHAR(64)  NOT NULL,
  started_at   BIGINT       NOT NULL,
  ended_at     BIGINT       NULL,
  -- what is rehearsed, as JSON by path; gone when it has ended
  draft        LONGTEXT     NULL,
  report       LONGTEXT     NULL,
  CONSTRAINT pk_rehearsal PRIMARY KEY (id)
);
CREATE INDEX ix_rehearsal_change ON rehearsal (change_id, started_at);
CREATE INDEX ix_rehearsal_hash ON rehearsal (content_hash, started_at);
CREATE INDEX ix_rehearsal_state ON rehearsal (state, started_at);

-- One at a time, whichever node: who has the turn, and when it was last seen alive.
CREATE TABLE rehearsal_turn (
  turn         INT         NOT NULL,
  rehearsal_id VARCHAR(36) NULL,
  seen_at      TIMESTAMP   NULL,
  CONSTRAINT pk_rehearsal_turn PRIMARY KEY (turn)
);
INSERT INTO rehearsal_turn (turn, rehearsal_id, seen_at) VALUES (1, NULL, NULL);
