-- What was changed in the library at the desk; the files themselves lie in the library's folder.
CREATE TABLE library_edit (
    id          TEXT   NOT NULL PRIMARY KEY,
    file        TEXT   NOT NULL,
    number      BIGINT NOT NULL, -- counts the edits of a file: of two at once only one can be the next
    at          BIGINT NOT NULL,
    editor      TEXT   NOT NULL,
    what        TEXT   NOT NULL,
    text_before TEXT   NULL,     -- NULL: there was no file
    text_after  TEXT   NULL,     -- NULL: the file went
    UNIQUE (file, number)
);

-- Whether a person changed the words before they approved; sources then name the wording that they began with.
ALTER TABLE reply ADD COLUMN edited BIGINT NOT NULL DEFAULT 0;
UPDATE reply SET edited = 1 WHERE sources = '';
