-- Mentions that the network no longer shows: one sentence, until somebody has looked for them by hand.
ALTER TABLE account ADD COLUMN gap TEXT NULL;
ALTER TABLE account ADD COLUMN gap_at BIGINT NULL;
