-- Where a mention stands among those that wait: when it was posted, less the head start that its words and the talk give it.
ALTER TABLE mention ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN urgency TEXT NULL; -- why it has a head start; NULL when it has none
UPDATE mention SET place = posted_at;
UPDATE mention SET place = posted_at - 10800000, urgency = 'care' WHERE intent = 'complaint';
CREATE INDEX mention_place ON mention (state, place, id);

-- Counts what waits by kind without a look at the mentions.
CREATE INDEX mention_kind ON mention (state, intent, account_id, language);

-- What was said before the search knew of it; taken up in the background, the latest first.
CREATE TABLE said_backlog (
    mention_id TEXT   NOT NULL PRIMARY KEY,
    posted_at  BIGINT NOT NULL
);
INSERT INTO said_backlog SELECT id, posted_at FROM mention WHERE text <> '' AND state <> 'withdrawn';
CREATE INDEX said_backlog_age ON said_backlog (posted_at);
CREATE INDEX talker_handle ON talker (LOWER(handle));
CREATE INDEX context_post_handle ON context_post (LOWER(handle));
