-- The log of every act. Entries are only ever inserted; each carries the hash of the one before it in its chain.
CREATE TABLE audit_chain (
    chain     VARCHAR(64) NOT NULL,
    last_seq  BIGINT      NOT NULL,
    last_hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_chain PRIMARY KEY (chain)
);

CREATE TABLE audit_entry (
    chain         VARCHAR(64)  NOT NULL,
    seq           BIGINT       NOT NULL,
    at            BIGINT       NOT NULL,
    actor         VARCHAR(100) NOT NULL,
    act           VARCHAR(100) NOT NULL,
    subject       VARCHAR(255) NOT NULL,
    details       MEDIUMTEXT   NOT NULL,
    previous_hash VARCHAR(64)  NOT NULL,
    hash          VARCHAR(64)  NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (chain, seq)
);

-- the one chain that is there from the start: it says which other chains were opened
INSERT INTO audit_chain (chain, last_seq, last_hash)
VALUES ('platform', 0, '0000000000000000000000000000000000000000000000000000000000000000');
