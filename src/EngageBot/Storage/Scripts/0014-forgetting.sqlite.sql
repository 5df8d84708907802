PRAGMA secure_delete = ON;
-- What is taken out of the index over words is overwritten in the file, not only marked as gone; and what was marked so far goes now.
INSERT INTO said_words (said_words, rank) VALUES ('secure-delete', 1);
INSERT INTO said_words (said_words) VALUES ('optimize');
