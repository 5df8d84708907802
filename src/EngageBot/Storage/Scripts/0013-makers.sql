-- Questions to those who know: wardrobe, workshop, light. What a follower asked is never copied here: it is read where it stands.
CREATE TABLE maker_question (
    id          TEXT   NOT NULL PRIMARY KEY,
    maker       TEXT   NOT NULL, -- whom we asked, by first name
    trade       TEXT   NOT NULL, -- what they do; may be empty
    note        TEXT   NOT NULL, -- what we already know, for the maker
    asked_by    TEXT   NOT NULL,
    asked_at    BIGINT NOT NULL,
    reminded_at BIGINT NULL,
    expires_at  BIGINT NOT NULL,
    state       TEXT   NOT NULL, -- open, answered, taken-back, gone
    closed_at   BIGINT NULL,
    first_name  TEXT   NULL,     -- as the maker signs
    words       TEXT   NULL,     -- the maker's own
    consent     BIGINT NOT NULL DEFAULT 0,
    snippet     TEXT   NULL      -- the library file that keeps the words
);
CREATE INDEX maker_question_state ON maker_question (state, asked_at);

-- One question may serve several who asked the same.
CREATE TABLE asked_about (
    question_id TEXT NOT NULL REFERENCES maker_question (id),
    mention_id  TEXT NOT NULL REFERENCES mention (id),
    PRIMARY KEY (question_id, mention_id)
);
CREATE INDEX asked_about_mention ON asked_about (mention_id);

-- The links that lead to a question; a reminder brings a new one. Only a hash is kept.
CREATE TABLE maker_link (
    hash        TEXT   NOT NULL PRIMARY KEY,
    question_id TEXT   NOT NULL REFERENCES maker_question (id),
    made_at     BIGINT NOT NULL
);
