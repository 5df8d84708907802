-- What people taught about a mention: it refers to the mention, so that nothing can be learned any more from words that are gone.
CREATE TABLE lesson (
    mention_id      TEXT   NOT NULL REFERENCES mention (id),
    kind            TEXT   NOT NULL, -- 'correction' of the reading, or 'decision' that shows what was thought of it
    intent          TEXT   NULL,     -- NULL: nothing was said about it
    reply_welcome   BIGINT NULL,     -- NULL: nothing was said about it
    read_intent     TEXT   NOT NULL, -- how EngageBot had read it
    read_confidence BIGINT NOT NULL,
    read_reasons    TEXT   NOT NULL,
    person          TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    PRIMARY KEY (mention_id, kind)
);
CREATE INDEX lesson_age ON lesson (at);

-- Every fit over the lessons, kept or not.
CREATE TABLE learned_version (
    number        BIGINT NOT NULL PRIMARY KEY, -- of two replicas that fit at once only one can be the next
    fitted_at     BIGINT NOT NULL,
    shipped       TEXT   NOT NULL, -- the fingerprint of the shipped heads below it
    lessons       BIGINT NOT NULL,
    lessons_until BIGINT NOT NULL,
    judged        BIGINT NOT NULL,
    right_before  BIGINT NOT NULL,
    right_after   BIGINT NOT NULL,
    put_right     BIGINT NOT NULL,
    made_wrong    BIGINT NOT NULL,
    by_intent     TEXT   NOT NULL, -- intent, judged, right before, right after; one a line
    why_not       TEXT   NULL,     -- why it was not kept
    weights       TEXT   NULL      -- base64; NULL when it was not kept, or long ago
);

-- Which version reads, the latest row counts; NULL is the shipped reader.
CREATE TABLE reading_choice (
    id      TEXT   NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    person  TEXT   NOT NULL,
    version BIGINT NULL REFERENCES learned_version (number)
);
