-- Posts that mentions answer and that were asked for one by one: each once, whether the network showed them or not.
CREATE TABLE parent_read (
    account_id TEXT   NOT NULL REFERENCES account (id),
    post_id    TEXT   NOT NULL,
    read_at    BIGINT NOT NULL,
    found      BIGINT NOT NULL,
    PRIMARY KEY (account_id, post_id)
);
CREATE INDEX parent_read_time ON parent_read (account_id, read_at);
