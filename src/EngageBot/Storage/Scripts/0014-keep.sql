-- What was said and is to be forgotten is found without a look at what stays.
CREATE INDEX mention_forgotten ON mention (id) WHERE text = '';

-- Where backups lie: what is forgotten here is taken out of them, too.
CREATE TABLE backup (
    file TEXT   NOT NULL PRIMARY KEY,
    at   BIGINT NOT NULL
);

-- The receipt of every day that is over, as it was when the day ended.
CREATE TABLE day_receipt (
    day         TEXT   NOT NULL PRIMARY KEY, -- of the house's calendar, as 2026-05-31
    from_at     BIGINT NOT NULL,
    until_at    BIGINT NOT NULL,
    maker_until BIGINT NOT NULL,             -- of two replicas one makes it; the lease runs out with a crash
    made_at     BIGINT NULL,                 -- NULL until it is made
    attempts    BIGINT NOT NULL DEFAULT 0,
    seen        BIGINT NOT NULL DEFAULT 0,
    standing    TEXT   NOT NULL DEFAULT '',  -- state=number, one a line
    sent        BIGINT NOT NULL DEFAULT 0,
    by_hand     BIGINT NOT NULL DEFAULT 0,
    differences TEXT   NOT NULL DEFAULT '',  -- kind and post, one a line
    problem     TEXT   NULL,                 -- why the network could not be asked
    settled_by  TEXT   NULL                  -- who has looked into the differences
);
