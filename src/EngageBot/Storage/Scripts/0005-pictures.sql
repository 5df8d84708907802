-- Pictures as they were shown and approved, each once however many drafts show it.
CREATE TABLE picture (
    hash       TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the file
    media_type TEXT NOT NULL,
    bytes      TEXT NOT NULL              -- base64
);

ALTER TABLE wording ADD COLUMN picture TEXT NULL;
ALTER TABLE wording ADD COLUMN alt_text TEXT NULL;
ALTER TABLE mention ADD COLUMN typed_picture TEXT NULL;
ALTER TABLE mention ADD COLUMN typed_alt_text TEXT NULL;
ALTER TABLE reply ADD COLUMN picture TEXT NULL;
ALTER TABLE reply ADD COLUMN alt_text TEXT NULL;
ALTER TABLE reply ADD COLUMN media_id TEXT NULL;      -- the network's name for the uploaded picture
ALTER TABLE reply ADD COLUMN media_until BIGINT NULL; -- and how long it knows it
ALTER TABLE reply ADD COLUMN uploads BIGINT NOT NULL DEFAULT 0;

-- Asks what the library does not know; NULL for everything else.
ALTER TABLE mention ADD COLUMN unanswered BIGINT NULL;
CREATE INDEX mention_unanswered ON mention (unanswered, posted_at);
