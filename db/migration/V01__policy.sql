-- Versions of scoring policies. A row is never changed: a round runs on the version it was opened with.
CREATE TABLE policy (
    policy_id  VARCHAR(64)  NOT NULL,
    version    INT          NOT NULL,
    area_code  VARCHAR(6)   NOT NULL,
    title      VARCHAR(200) NOT NULL,
    document   MEDIUMTEXT   NOT NULL,
    sha256     VARCHAR(64)  NOT NULL,
    created_at BIGINT       NOT NULL,
    CONSTRAINT pk_policy PRIMARY KEY (policy_id, version)
);
CREATE INDEX ix_policy_area ON policy (area_code, created_at);
