-- Where a mention stands among those that wait: when it was posted, less the head start that its words and the talk give it.
ALTER TABLE mention ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN urgency TEXT NULL; -- why it has a head start; NULL when it has none
UPDATE mention SET place = posted_at;
UPDATE mention SET place = posted_at - 10800000, urgency = 'care' WHERE intent = 'complaint';
CREATE INDEX mention_place ON mention (state, place, id);

-- Counts what waits by kind without a look at the mentions.
CREATE INDEX mention_kind ON mention (state, intent, account_id, language);
