-- Logging in by mail: who there is, who is trying, who is logged in, what happened.
--
-- The same names and columns stand in every database this crate speaks to. Ids are UUIDv7 (16 bytes), times are
-- integer milliseconds since 1970-01-01 UTC. Nothing here lets its reader log in: tokens and browser secrets are stored
-- as their SHA-256, codes as an Argon2id keyed with a secret that the database never sees.

-- A person's account. A row appears when an address has proved itself for the first time.
CREATE TABLE users (
    id         BLOB    NOT NULL PRIMARY KEY,
    -- In the one form that is compared: lower case, domain in ASCII.
    email      TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

-- A logged-in browser. A session that has ended stays for a while, so that its next click can be told why.
CREATE TABLE sessions (
    id            BLOB    NOT NULL PRIMARY KEY,
    user_id       BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash    BLOB    NOT NULL UNIQUE,
    created_at    INTEGER NOT NULL,
    -- Written at most once a minute.
    last_seen_at  INTEGER NOT NULL,
    -- Slides with use.
    idle_ends_at  INTEGER NOT NULL,
    -- Never moves.
    ends_at       INTEGER NOT NULL,
    -- 1: keep me logged in. 0: until the browser closes.
    remember          INTEGER NOT NULL,
    -- Set when the session was ended before its time, with the word for why.
    ended_at      INTEGER,
    ended_because TEXT,
    -- Where it came from, for the person to recognise: the browser's own words, and the client's address.
    user_agent    TEXT    NOT NULL,
    client        TEXT    NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (ends_at);

-- One attempt to prove an address. It belongs to the browser that holds its secret.
CREATE TABLE challenges (
    id           BLOB    NOT NULL PRIMARY KEY,
    browser_hash BLOB    NOT NULL UNIQUE,
    email        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    -- When its last email ends.
    ends_at      INTEGER NOT NULL,
    -- Codes tried by the browser that asked, and by whoever holds a link. Counted before comparing, never reset.
    tries        INTEGER NOT NULL DEFAULT 0,
    link_tries   INTEGER NOT NULL DEFAULT 0,
    -- Set by the one use that succeeds.
    used_at      INTEGER,
    -- What to do then: keep the session or not, and the page that met the log-in wall.
    remember         INTEGER NOT NULL,
    return_to    TEXT,
    -- Who asked, for the email and for the page that another browser sees.
    user_agent   TEXT    NOT NULL,
    client       TEXT    NOT NULL
) STRICT;
CREATE INDEX challenges_by_end ON challenges (ends_at);

-- One mail of a challenge: one link and one code.
CREATE TABLE magic_links (
    id             BLOB    NOT NULL PRIMARY KEY,
    challenge_id   BLOB    NOT NULL REFERENCES challenges (id) ON DELETE CASCADE,
    link_hash      BLOB    NOT NULL UNIQUE,
    -- The same code twice: keyed with the browser's secret, and with the link's token.
    code_hash      BLOB    NOT NULL,
    link_code_hash BLOB    NOT NULL,
    created_at     INTEGER NOT NULL,
    ends_at        INTEGER NOT NULL,
    -- pending, sent or failed.
    delivery       TEXT    NOT NULL DEFAULT 'pending'
) STRICT;
CREATE INDEX magic_links_by_challenge ON magic_links (challenge_id);

-- Wrong codes in a row for an address, over any number of challenges. At a hundred, codes alone are off for it.
CREATE TABLE failed_codes (
    email    TEXT    NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
) STRICT;

-- The security log: one line per thing that happened, as its user may read it.
CREATE TABLE events (
    id         BLOB    NOT NULL PRIMARY KEY,
    at         INTEGER NOT NULL,
    -- A name of OWASP's logging vocabulary.
    name       TEXT    NOT NULL,
    -- More precisely, as one word: why a log-in failed, how it was done.
    detail     TEXT    NOT NULL DEFAULT '',
    user_id    BLOB,
    email      TEXT,
    user_agent TEXT    NOT NULL,
    client     TEXT    NOT NULL
) STRICT;
CREATE INDEX events_by_email ON events (email, id);
CREATE INDEX events_by_time ON events (at);
