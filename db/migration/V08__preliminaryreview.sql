-- Preliminary review (article 6.2). Owned by package preliminaryreview.
CREATE TABLE review_opinion (
  case_no     VARCHAR(40)   NOT NULL,
  attempt     INT           NOT NULL,
  department  VARCHAR(16)   NOT NULL,
  outcome     VARCHAR(16)   NOT NULL,
  authentic   INT           NOT NULL,
  complete    INT           NOT NULL,
  elements    VARCHAR(64)   NOT NULL,
  reason      VARCHAR(4000) NOT NULL,
  reviewed_by VARCHAR(64)   NOT NULL,
  reviewed_at BIGINT        NOT NULL,
  CONSTRAINT pk_review_opinion PRIMARY KEY (case_no, attempt, department)
);

CREATE TABLE recommendation (
  case_no        VARCHAR(40)   NOT NULL,
  attempt        INT           NOT NULL,
  order_no       INT           NOT NULL,
  letter_no      VARCHAR(100)  NOT NULL,
  opinion        VARCHAR(4000) NOT NULL,
  recommended_by VARCHAR(64)   NOT NULL,
  recommended_at BIGINT        NOT NULL,
  CONSTRAINT pk_recommendation PRIMARY KEY (case_no, attempt)
);
