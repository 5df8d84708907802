-- A promise may be made from a phone, too: then a post of ours holds it, and no reply of the outbox. That it is late is written down once.
CREATE TABLE promise_anew (
    id              TEXT   NOT NULL PRIMARY KEY,
    reply_id        TEXT   NULL UNIQUE REFERENCES reply (id),
    post_id         TEXT   NULL,     -- of a post from a phone
    mention_id      TEXT   NOT NULL REFERENCES mention (id),
    conversation_id TEXT   NOT NULL REFERENCES conversation (id),
    talker_id       TEXT   NOT NULL REFERENCES talker (id),
    made_at         BIGINT NOT NULL,
    due_at          BIGINT NOT NULL,
    state           TEXT   NOT NULL, -- open, kept, released
    late_at         BIGINT NULL,     -- when the journal was told
    closed_at       BIGINT NULL,
    closed_by       TEXT   NULL,
    why             TEXT   NULL,
    UNIQUE (mention_id, post_id)
);
INSERT INTO promise_anew (id, reply_id, mention_id, conversation_id, talker_id, made_at, due_at, state, closed_at, closed_by, why)
SELECT id, reply_id, mention_id, conversation_id, talker_id, made_at, due_at, state, closed_at, closed_by, why FROM promise;
DROP TABLE promise;
ALTER TABLE promise_anew RENAME TO promise;
CREATE INDEX promise_due ON promise (state, due_at);
CREATE INDEX promise_of_conversation ON promise (conversation_id, state);
CREATE INDEX promise_of_mention ON promise (mention_id, state);
