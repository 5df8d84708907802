-- What colleagues agree on and know of each other.

-- What an admin has set; what is not here stands at its default.
CREATE TABLE approval_rule (
    name    TEXT   NOT NULL PRIMARY KEY,
    setting BIGINT NOT NULL
);

-- Append-only.
CREATE TABLE approval_rule_change (
    id           TEXT   NOT NULL PRIMARY KEY,
    at           BIGINT NOT NULL,
    actor        TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    from_setting BIGINT NOT NULL,
    to_setting   BIGINT NOT NULL
);

-- A first approval that waits for a second person; its mention waits with it.
CREATE TABLE proposal (
    mention_id  TEXT   NOT NULL PRIMARY KEY REFERENCES mention (id),
    version     BIGINT NOT NULL, -- of the conversation, right after it was proposed: any other means that the talk moved on
    text        TEXT   NOT NULL,
    picture     TEXT   NULL,
    alt_text    TEXT   NULL,
    reason      TEXT   NULL,     -- why words go out that the lint blocks
    by_model    BIGINT NOT NULL,
    rule        TEXT   NOT NULL, -- why it takes two
    proposed_by TEXT   NOT NULL,
    proposed_at BIGINT NOT NULL
);
ALTER TABLE reply ADD COLUMN proposed_by TEXT NULL;
CREATE INDEX reply_of_approver ON reply (approved_by, state);

ALTER TABLE mention ADD COLUMN assigned_to TEXT NULL;
CREATE INDEX mention_assigned ON mention (assigned_to, state, posted_at) WHERE assigned_to IS NOT NULL;

-- Leases: whoever crashes or leaves lets go when they run out.
CREATE TABLE presence (
    desk       TEXT   NOT NULL PRIMARY KEY, -- one open page
    person     TEXT   NOT NULL,
    mention_id TEXT   NOT NULL,
    until      BIGINT NOT NULL
);
CREATE TABLE claim (
    mention_id TEXT   NOT NULL PRIMARY KEY,
    desk       TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    since      BIGINT NOT NULL,
    until      BIGINT NOT NULL
);

-- Words of one person that a colleague's took the place of.
CREATE TABLE set_aside (
    mention_id TEXT   NOT NULL REFERENCES mention (id),
    person     TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    picture    TEXT   NULL,
    alt_text   TEXT   NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (mention_id, person)
);

-- What we said from a phone stands in the talk it answers.
CREATE INDEX context_answering ON context_post (account_id, in_reply_to);

-- Among colleagues; never posted.
CREATE TABLE note (
    id              TEXT   NOT NULL PRIMARY KEY,
    mention_id      TEXT   NOT NULL REFERENCES mention (id),
    conversation_id TEXT   NOT NULL REFERENCES conversation (id),
    author          TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    text            TEXT   NOT NULL
);
CREATE INDEX note_of_conversation ON note (conversation_id, at, id);
