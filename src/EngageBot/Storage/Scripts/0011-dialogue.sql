-- Whether a reply asked something, and when its reader answered it.
ALTER TABLE reply ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reply ADD COLUMN answered_at BIGINT NULL;
CREATE INDEX context_post_answers ON context_post (account_id, in_reply_to);

-- What each template's words brought when they were sent unchanged.
CREATE TABLE wording_worth (
    template TEXT   NOT NULL PRIMARY KEY,
    sent     BIGINT NOT NULL,
    asked    BIGINT NOT NULL,
    answered BIGINT NOT NULL
);

-- "We'll find out": what a public reply promised, and until when.
CREATE TABLE promise (
    id              TEXT   NOT NULL PRIMARY KEY,
    reply_id        TEXT   NOT NULL UNIQUE REFERENCES reply (id),
    mention_id      TEXT   NOT NULL REFERENCES mention (id),
    conversation_id TEXT   NOT NULL REFERENCES conversation (id),
    talker_id       TEXT   NOT NULL REFERENCES talker (id),
    made_at         BIGINT NOT NULL,
    due_at          BIGINT NOT NULL,
    state           TEXT   NOT NULL, -- open, kept, released
    closed_at       BIGINT NULL,
    closed_by       TEXT   NULL,
    why             TEXT   NULL
);
CREATE INDEX promise_due ON promise (state, due_at);
CREATE INDEX promise_of_conversation ON promise (conversation_id, state);
