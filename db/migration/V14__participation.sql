-- Who did what on which case, as far as it excludes something else. Owned by package round.
CREATE TABLE participation (
  case_no   VARCHAR(40) NOT NULL,
  role_name VARCHAR(16) NOT NULL,
  user_id   VARCHAR(64) NOT NULL,
  CONSTRAINT pk_participation PRIMARY KEY (case_no, role_name, user_id)
);
CREATE INDEX ix_participation_user ON participation (user_id, role_name);
