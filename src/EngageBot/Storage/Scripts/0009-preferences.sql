-- How somebody likes their desk. Who never chose anything has no row.
CREATE TABLE preference (
    person_id  TEXT   NOT NULL PRIMARY KEY REFERENCES person (id),
    language   TEXT   NULL,     -- ISO 639; NULL: as the browser asks
    keys       TEXT   NOT NULL, -- verb=key, one a line, only those that differ from the shipped ones
    keys_rest  BIGINT NOT NULL, -- 1: no key does anything by itself
    sound      BIGINT NOT NULL, -- 1: new mentions are heard
    notices    TEXT   NOT NULL, -- off, names or words: what the browser may tell of new mentions
    views      TEXT   NOT NULL  -- the query of an address, a space and a name, one a line
);
