-- One text for SQLite and PostgreSQL: TEXT and BIGINT only, keys are UUIDv7, times are Unix milliseconds.

CREATE TABLE account (
    id              TEXT   NOT NULL PRIMARY KEY,
    network         TEXT   NOT NULL,
    user_id         TEXT   NOT NULL,
    handle          TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    -- Newest post of which all older ones are stored; NULL before the first whole read.
    bookmark        TEXT   NULL,
    read_at         BIGINT NULL,
    overlap_read_at BIGINT NULL,
    timeline_read_at BIGINT NULL,
    listener        TEXT   NULL,
    listener_until  BIGINT NULL,
    listening_problem TEXT NULL,
    listening_problem_since BIGINT NULL,
    post_after      BIGINT NOT NULL DEFAULT 0,
    posting_problem TEXT   NULL,
    posting_problem_since BIGINT NULL,
    UNIQUE (network, user_id)
);

CREATE TABLE talker (
    id            TEXT   NOT NULL PRIMARY KEY,
    network       TEXT   NOT NULL,
    user_id       TEXT   NOT NULL,
    handle        TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    opted_out_at  BIGINT NULL,
    UNIQUE (network, user_id)
);

-- The talk with one person in one thread. Its version rises with every turn on either side.
CREATE TABLE conversation (
    id          TEXT   NOT NULL PRIMARY KEY,
    account_id  TEXT   NOT NULL REFERENCES account (id),
    thread_id   TEXT   NOT NULL,
    talker_id   TEXT   NOT NULL REFERENCES talker (id),
    version     BIGINT NOT NULL,
    UNIQUE (account_id, thread_id, talker_id)
);
CREATE INDEX conversation_talker ON conversation (talker_id);

CREATE TABLE mention (
    id              TEXT   NOT NULL PRIMARY KEY,
    account_id      TEXT   NOT NULL REFERENCES account (id),
    conversation_id TEXT   NOT NULL REFERENCES conversation (id),
    talker_id       TEXT   NOT NULL REFERENCES talker (id),
    post_id         TEXT   NOT NULL,
    in_reply_to     TEXT   NULL,
    text            TEXT   NOT NULL,
    posted_at       BIGINT NOT NULL,
    seen_at         BIGINT NOT NULL,
    checked_at      BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    state_since     BIGINT NOT NULL,
    snoozed_until   BIGINT NULL,
    let_be_reason   TEXT   NULL,
    intent          TEXT   NOT NULL,
    confidence      BIGINT NOT NULL, -- per mille
    reply_welcome   BIGINT NOT NULL,
    language        TEXT   NOT NULL,
    reasons         TEXT   NOT NULL, -- one a line
    let_be_advice   TEXT   NULL,
    typed_text      TEXT   NULL,     -- what a person typed and has not yet approved
    typed_by        TEXT   NULL,
    typed_at        BIGINT NULL,
    UNIQUE (account_id, post_id)
);
CREATE INDEX mention_queue ON mention (state, posted_at, id);
CREATE INDEX mention_of_conversation ON mention (conversation_id, posted_at);
CREATE INDEX mention_of_talker ON mention (talker_id, posted_at);
CREATE INDEX mention_seen ON mention (seen_at);
CREATE INDEX mention_unchecked ON mention (account_id, checked_at);
CREATE INDEX mention_age ON mention (account_id, posted_at);

CREATE TABLE wording (
    mention_id TEXT   NOT NULL REFERENCES mention (id),
    place      BIGINT NOT NULL,
    text       TEXT   NOT NULL,
    sources    TEXT   NOT NULL, -- one a line
    PRIMARY KEY (mention_id, place)
);

-- The outbox.
CREATE TABLE reply (
    id              TEXT   NOT NULL PRIMARY KEY,
    mention_id      TEXT   NOT NULL REFERENCES mention (id),
    account_id      TEXT   NOT NULL REFERENCES account (id),
    conversation_id TEXT   NOT NULL REFERENCES conversation (id),
    talker_id       TEXT   NOT NULL REFERENCES talker (id),
    -- The conversation's version right after the approval: any other version means it moved on.
    conversation_version BIGINT NOT NULL,
    target_post_id  TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    sources         TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    state_since     BIGINT NOT NULL,
    approved_by     TEXT   NOT NULL,
    approved_at     BIGINT NOT NULL,
    send_after      BIGINT NOT NULL,
    attempted_at    BIGINT NULL,
    post_id         TEXT   NULL,
    problem         TEXT   NULL
);
-- However many people and processes try: one reply at a time can be under way for a mention, and one can be public.
CREATE UNIQUE INDEX reply_under_way ON reply (mention_id) WHERE state IN ('held', 'sending', 'unclear', 'sent');
CREATE INDEX reply_due ON reply (state, send_after);
CREATE INDEX reply_of_mention ON reply (mention_id);
CREATE INDEX reply_of_conversation ON reply (conversation_id, approved_at);
CREATE INDEX reply_of_talker ON reply (talker_id, approved_at);
CREATE INDEX reply_of_account ON reply (account_id, approved_at);

-- Posts around a mention that are not mentions themselves: what it answers, what we said from a phone.
CREATE TABLE context_post (
    account_id TEXT   NOT NULL REFERENCES account (id),
    post_id    TEXT   NOT NULL,
    thread_id  TEXT   NOT NULL,
    in_reply_to TEXT  NULL,
    user_id    TEXT   NOT NULL,
    handle     TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    posted_at  BIGINT NOT NULL,
    PRIMARY KEY (account_id, post_id)
);

-- Append-only: no statement of the program updates or deletes a row of it.
CREATE TABLE journal (
    id         TEXT   NOT NULL PRIMARY KEY,
    at         BIGINT NOT NULL,
    actor      TEXT   NOT NULL,
    mention_id TEXT   NOT NULL,
    what       TEXT   NOT NULL,
    from_state TEXT   NOT NULL,
    to_state   TEXT   NOT NULL,
    why        TEXT   NOT NULL
);
CREATE INDEX journal_of_mention ON journal (mention_id, id);
CREATE INDEX journal_seen ON journal (what, at);
