-- Every word that was ever said, for the search. The one table that each engine has in a spelling of its own: an index over words
-- is no part of the SQL they share.
CREATE TABLE said (
    number     BIGINT   NOT NULL PRIMARY KEY, -- rises with the time of saying, so that the latest is found first
    id         TEXT     NOT NULL UNIQUE,      -- of the mention, of the reply, or of the post around a mention
    mention_id TEXT     NOT NULL,
    kind       TEXT     NOT NULL,             -- mention, reply or context
    user_id    TEXT     NOT NULL,
    words      TEXT     NOT NULL,             -- folded: lower case, without accents and marks
    vector     TSVECTOR NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED
);
CREATE INDEX said_of_mention ON said (mention_id);
CREATE INDEX said_by ON said (user_id, number);
CREATE INDEX said_words ON said USING GIN (vector);
