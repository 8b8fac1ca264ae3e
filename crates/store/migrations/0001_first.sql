-- Brand first in every key, so that a brand can move to a machine of its own.
-- Times are milliseconds since 1970-01-01T00:00:00Z; ids are UUIDs as text.

CREATE TABLE meta (
    schema_version INTEGER NOT NULL
) STRICT;

-- What happened, for good. Never a text, a handle or a name: ids into erasable rows and
-- salted digests of them. hash = SHA-256(prev || the other columns), see src/digest.rs.
CREATE TABLE event (
    brand      TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    case_id    TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    payload    TEXT    NOT NULL,
    prev       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    PRIMARY KEY (brand, seq)
) STRICT;
CREATE UNIQUE INDEX event_id ON event (brand, id);
CREATE INDEX event_case ON event (brand, case_id, seq);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;

-- Customers and authors. Erasing empties handle, handle_key and salt.
CREATE TABLE person (
    brand      TEXT NOT NULL,
    id         TEXT NOT NULL,
    site       TEXT NOT NULL,
    handle     TEXT,
    handle_key TEXT,
    salt       BLOB,
    PRIMARY KEY (brand, id)
) STRICT;
-- Authors without a handle are not one and the same person.
CREATE UNIQUE INDEX person_handle ON person (brand, site, handle_key) WHERE handle_key <> '';

-- A case as it follows from its events: kept so that lists need not replay the log.
CREATE TABLE casefile (
    brand      TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    person_id  TEXT    NOT NULL,
    state_rank INTEGER NOT NULL,
    priority   INTEGER NOT NULL,
    score      INTEGER NOT NULL,
    opened_at  INTEGER NOT NULL,
    snapshot   TEXT    NOT NULL,
    PRIMARY KEY (brand, id),
    FOREIGN KEY (brand, person_id) REFERENCES person (brand, id)
) STRICT;
CREATE INDEX casefile_queue ON casefile (brand, state_rank, priority DESC, score DESC, opened_at, id);
CREATE INDEX casefile_person ON casefile (brand, person_id);

-- Words: posts, replies, notes. Erasing empties text, permalink and salt.
CREATE TABLE content (
    brand     TEXT NOT NULL,
    id        TEXT NOT NULL,
    case_id   TEXT NOT NULL,
    text      TEXT,
    permalink TEXT,
    salt      BLOB,
    PRIMARY KEY (brand, id)
) STRICT;
CREATE INDEX content_case ON content (brand, case_id);

-- One case for one post, one place for one reply.
CREATE TABLE post (
    brand   TEXT NOT NULL,
    site    TEXT NOT NULL,
    post_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (brand, site, post_id)
) STRICT;
CREATE TABLE reply (
    brand   TEXT NOT NULL,
    site    TEXT NOT NULL,
    post_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (brand, site, post_id)
) STRICT;

-- A claim that met a case of that post: later commands of the same browser may still
-- carry the id it made for a case of its own.
CREATE TABLE alias (
    brand   TEXT NOT NULL,
    id      TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (brand, id)
) STRICT;

-- What became of every command, so that it happens once.
CREATE TABLE command (
    brand       TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    salt        BLOB,
    fingerprint TEXT,
    outcome     TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (brand, id)
) STRICT;
CREATE INDEX command_case ON command (brand, case_id);
CREATE INDEX command_time ON command (brand, received_at);

CREATE TABLE account (
    id            TEXT    NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    email         TEXT,
    password_hash TEXT    NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE membership (
    brand   TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    role    TEXT NOT NULL CHECK (role IN ('admin', 'agent')),
    PRIMARY KEY (brand, account)
) STRICT;
CREATE INDEX membership_account ON membership (account);

-- Secrets are never here, only their SHA-256.
CREATE TABLE token (
    hash         TEXT    NOT NULL PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    account      TEXT    NOT NULL REFERENCES account (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('session', 'device')),
    label        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at   INTEGER,
    revoked_at   INTEGER
) STRICT;
CREATE INDEX token_account ON token (account);

CREATE TABLE pairing (
    code_hash  TEXT    NOT NULL PRIMARY KEY,
    account    TEXT    NOT NULL REFERENCES account (id),
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

-- The one-time link to the first account.
CREATE TABLE invitation (
    code_hash  TEXT    NOT NULL PRIMARY KEY,
    created_at INTEGER NOT NULL
) STRICT;

-- What was done beside casework; never a text or a handle.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    brand   TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    subject TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_brand ON audit (brand, id);
