-- Who may sign in at the desk. Nobody is ever deleted: the journal and the outbox name them.

CREATE TABLE person (
    id              TEXT   NOT NULL PRIMARY KEY,
    name            TEXT   NOT NULL,
    normalized_name TEXT   NOT NULL UNIQUE,
    password_hash   TEXT   NULL,     -- NULL until an invitation is accepted
    security_stamp  TEXT   NOT NULL, -- a new one signs the person out everywhere
    role            TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    disabled_at     BIGINT NULL,
    failures        BIGINT NOT NULL DEFAULT 0,
    locked_until    BIGINT NULL,
    version         BIGINT NOT NULL DEFAULT 1,
    -- 1 for the first admin, NULL for all others: two setup links used at once still make one.
    founder         BIGINT NULL UNIQUE
);

-- Links that let somebody choose a password, once. Only a hash is kept.
CREATE TABLE setup_link (
    hash       TEXT   NOT NULL PRIMARY KEY,
    person_id  TEXT   NULL REFERENCES person (id), -- NULL: makes the first admin
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT NULL
);
CREATE INDEX setup_link_of_person ON setup_link (person_id);

-- Keys for programs that use the REST interface in a person's name. Only a hash is kept.
CREATE TABLE api_token (
    id           TEXT   NOT NULL PRIMARY KEY,
    hash         TEXT   NOT NULL UNIQUE,
    name         TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    owner_id     TEXT   NOT NULL REFERENCES person (id),
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NULL,
    revoked_at   BIGINT NULL
);
CREATE INDEX api_token_of_owner ON api_token (owner_id);
