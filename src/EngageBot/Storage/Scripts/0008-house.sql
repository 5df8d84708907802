-- When the house is open, every version of it; the latest counts.
CREATE TABLE opening_hours (
    number     BIGINT NOT NULL PRIMARY KEY, -- of two who change it at once only one can be the next
    at         BIGINT NOT NULL,
    person     TEXT   NOT NULL,
    zone       TEXT   NOT NULL, -- IANA
    week       TEXT   NOT NULL, -- a day a line
    exceptions TEXT   NOT NULL  -- one a line
);

-- How long a mention lay open before somebody at the desk decided about it.
CREATE TABLE handling (
    id         TEXT   NOT NULL PRIMARY KEY,
    mention_id TEXT   NOT NULL REFERENCES mention (id),
    person     TEXT   NOT NULL,
    to_state   TEXT   NOT NULL,
    opened_at  BIGINT NOT NULL,
    decided_at BIGINT NOT NULL
);
CREATE INDEX handling_time ON handling (decided_at);

-- What we said ourselves, by time.
CREATE INDEX context_post_of_user ON context_post (account_id, user_id, posted_at);

-- Carries the counting of what waited when, without a look at the rows.
CREATE INDEX journal_time ON journal (at, from_state, to_state);
