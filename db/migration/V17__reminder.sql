-- Reminders (提醒) as the bell shows them, and the mails that tell them. Owned by package reminder.
CREATE TABLE reminder (
  id        VARCHAR(36)   NOT NULL,
  recipient VARCHAR(64)   NOT NULL,
  kind      VARCHAR(32)   NOT NULL,
  urgent    BOOLEAN       NOT NULL,
  title     VARCHAR(200)  NOT NULL,
  body      VARCHAR(1000) NOT NULL,
  task_id   VARCHAR(64)   NULL,
  case_no   VARCHAR(40)   NULL,
  sent_at   BIGINT        NOT NULL,
  read_at   BIGINT        NULL,
  mail_id   VARCHAR(36)   NULL,
  CONSTRAINT pk_reminder PRIMARY KEY (id)
);
CREATE INDEX ix_reminder_recipient ON reminder (recipient, sent_at);
CREATE INDEX ix_reminder_unread ON reminder (recipient, read_at);
CREATE INDEX ix_reminder_task ON reminder (task_id);
CREATE INDEX ix_reminder_mail ON reminder (mail_id);
CREATE INDEX ix_reminder_digest ON reminder (urgent, sent_at);

-- digest_on is null for a mail that tells one urgent reminder; a person has one digest a day
CREATE TABLE mail_outbox (
  id            VARCHAR(36)   NOT NULL,
  recipient     VARCHAR(64)   NOT NULL,
  digest_on     DATE          NULL,
  state         VARCHAR(16)   NOT NULL,
  attempts      INT           NOT NULL,
  next_try_at   BIGINT        NOT NULL,
  claim         VARCHAR(36)   NULL,
  claimed_until BIGINT        NOT NULL,
  last_error    VARCHAR(1000) NULL,
  created_at    BIGINT        NOT NULL,
  sent_at       BIGINT        NULL,
  address       VARCHAR(255)  NULL,
  CONSTRAINT pk_mail_outbox PRIMARY KEY (id),
  CONSTRAINT uk_mail_outbox_digest UNIQUE (recipient, digest_on)
);
CREATE INDEX ix_mail_outbox_due ON mail_outbox (state, next_try_at);

-- the days whose digests were put together, so that of several nodes one does it
CREATE TABLE mail_digest_run (
  digest_on  DATE   NOT NULL,
  started_at BIGINT NOT NULL,
  CONSTRAINT pk_mail_digest_run PRIMARY KEY (digest_on)
);

-- who does not want the digest; nobody is asked about urgent ones
CREATE TABLE mail_preference (
  user_id VARCHAR(64) NOT NULL,
  digest  BOOLEAN     NOT NULL,
  CONSTRAINT pk_mail_preference PRIMARY KEY (user_id)
);
