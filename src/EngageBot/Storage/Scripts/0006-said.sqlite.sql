-- Every word that was ever said, for the search. The one table that each engine has in a spelling of its own: an index over words
-- is no part of the SQL they share, and here the key must be the row's own number.
CREATE TABLE said (
    number     INTEGER NOT NULL PRIMARY KEY, -- rises with the time of saying, so that the latest is found first
    id         TEXT    NOT NULL UNIQUE,      -- of the mention, of the reply, or of the post around a mention
    mention_id TEXT    NOT NULL,
    kind       TEXT    NOT NULL,             -- mention, reply or context
    user_id    TEXT    NOT NULL,
    words      TEXT    NOT NULL              -- folded: lower case, without accents and marks
);
CREATE INDEX said_of_mention ON said (mention_id);
CREATE INDEX said_by ON said (user_id, number);
CREATE VIRTUAL TABLE said_words USING fts5 (words, content = 'said', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'");
CREATE TRIGGER said_added AFTER INSERT ON said BEGIN
    INSERT INTO said_words (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER said_gone AFTER DELETE ON said BEGIN
    INSERT INTO said_words (said_words, rowid, words) VALUES ('delete', old.number, old.words);
END;
