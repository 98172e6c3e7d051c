-- How far the demonstration's clock was moved ahead of the machine's, so that it outlives a restart. Empty outside the demo profile.
CREATE TABLE demo_clock (
  ahead_millis BIGINT NOT NULL,
  CONSTRAINT pk_demo_clock PRIMARY KEY (ahead_millis)
);
