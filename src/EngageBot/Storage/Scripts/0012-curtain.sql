-- Whether replies that are approved while the house is closed wait until it opens.
ALTER TABLE opening_hours ADD COLUMN replies_wait BIGINT NOT NULL DEFAULT 0;

-- Until when an answer makes sense: what it asks about has begun then. And when the draft made before withdrew itself.
ALTER TABLE mention ADD COLUMN sense_until BIGINT NULL;
ALTER TABLE mention ADD COLUMN draft_withdrawn_at BIGINT NULL;
CREATE INDEX mention_sense ON mention (sense_until) WHERE sense_until IS NOT NULL;
