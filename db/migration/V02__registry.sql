-- Alliances, their members, the divisions that score them and the pool of experts. Rows are added and changed by the
-- import of the registry and never removed by it, because cases of earlier rounds refer to them.
CREATE TABLE area (
    code VARCHAR(6)  NOT NULL,
    name VARCHAR(40) NOT NULL,
    CONSTRAINT pk_area PRIMARY KEY (code)
);
INSERT INTO area (code, name) VALUES
    ('210000', '辽宁省'),
    ('210100', '沈阳市'),
    ('210200', '大连市'),
    ('210300', '鞍山市'),
    ('210400', '抚顺市'),
    ('210500', '本溪市'),
    ('210600', '丹东市'),
    ('210700', '锦州市'),
    ('210800', '营口市'),
    ('210900', '阜新市'),
    ('211000', '辽阳市'),
    ('211100', '盘锦市'),
    ('211200', '铁岭市'),
    ('211300', '朝阳市'),
    ('211400', '葫芦岛市'),
    ('SFQ000', '沈抚示范区');

CREATE TABLE organisation (
    code VARCHAR(18)  NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(16)  NOT NULL,
    area VARCHAR(6)   NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (code),
    CONSTRAINT fk_organisation_area FOREIGN KEY (area) REFERENCES area (code)
);

CREATE TABLE alliance (
    alliance_id VARCHAR(32)  NOT NULL,
    name        VARCHAR(200) NOT NULL,
    field       VARCHAR(64)  NOT NULL,
    area        VARCHAR(6)   NOT NULL,
    lead_code   VARCHAR(18)  NOT NULL,
    filing_no   VARCHAR(64)  NOT NULL,
    CONSTRAINT pk_alliance PRIMARY KEY (alliance_id),
    CONSTRAINT fk_alliance_area FOREIGN KEY (area) REFERENCES area (code),
    CONSTRAINT fk_alliance_lead FOREIGN KEY (lead_code) REFERENCES organisation (code)
);

CREATE TABLE alliance_member (
    alliance_id       VARCHAR(32) NOT NULL,
    organisation_code VARCHAR(18) NOT NULL,
    seat_no           INT         NOT NULL,
    CONSTRAINT pk_alliance_member PRIMARY KEY (alliance_id, organisation_code),
    CONSTRAINT fk_alliance_member_alliance FOREIGN KEY (alliance_id) REFERENCES alliance (alliance_id),
    CONSTRAINT fk_alliance_member_organisation FOREIGN KEY (organisation_code) REFERENCES organisation (code)
);

CREATE TABLE chain (
    list_name  VARCHAR(64)  NOT NULL,
    chain_name VARCHAR(200) NOT NULL,
    CONSTRAINT pk_chain PRIMARY KEY (list_name, chain_name)
);

CREATE TABLE division (
    code       VARCHAR(16)  NOT NULL,
    department VARCHAR(16)  NOT NULL,
    name       VARCHAR(100) NOT NULL,
    CONSTRAINT pk_division PRIMARY KEY (code)
);

CREATE TABLE division_field (
    division VARCHAR(16) NOT NULL,
    field    VARCHAR(64) NOT NULL,
    CONSTRAINT pk_division_field PRIMARY KEY (division, field),
    CONSTRAINT fk_division_field_division FOREIGN KEY (division) REFERENCES division (code)
);
CREATE INDEX ix_division_field_field ON division_field (field);

CREATE TABLE expert (
    user_id   VARCHAR(32) NOT NULL,
    name      VARCHAR(100) NOT NULL,
    field     VARCHAR(64)  NOT NULL,
    unit_code VARCHAR(18)  NOT NULL,
    CONSTRAINT pk_expert PRIMARY KEY (user_id),
    CONSTRAINT fk_expert_unit FOREIGN KEY (unit_code) REFERENCES organisation (code)
);
CREATE INDEX ix_expert_field ON expert (field);

-- a past unit need not be in the registry
CREATE TABLE expert_past_unit (
    user_id   VARCHAR(32) NOT NULL,
    unit_code VARCHAR(18) NOT NULL,
    CONSTRAINT pk_expert_past_unit PRIMARY KEY (user_id, unit_code),
    CONSTRAINT fk_expert_past_unit_expert FOREIGN KEY (user_id) REFERENCES expert (user_id)
);
