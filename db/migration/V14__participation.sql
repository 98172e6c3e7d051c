-- Who acted in which capacity on a case (independence of recommending, scoring and publishing). Owned by package round.
CREATE TABLE participation (
  case_no  VARCHAR(40) NOT NULL,
  capacity VARCHAR(16) NOT NULL,
  user_id  VARCHAR(64) NOT NULL,
  CONSTRAINT pk_participation PRIMARY KEY (case_no, capacity, user_id)
);
