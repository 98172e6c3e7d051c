-- Who took part in a case in which role: who recommends does not score, who scores does not publish. Owned by round.
CREATE TABLE participation (
  case_no     VARCHAR(40) NOT NULL,
  role        VARCHAR(16) NOT NULL,
  user_id     VARCHAR(64) NOT NULL,
  recorded_at BIGINT      NOT NULL,
  CONSTRAINT pk_participation PRIMARY KEY (case_no, role, user_id),
  CONSTRAINT fk_participation_case FOREIGN KEY (case_no) REFERENCES evaluation_case (case_no)
);
