-- Holding against abuse.

-- How far a limit is used up, for one key: an address, a client, a browser, or everybody. A bucket that fills up again
-- by one at each interval; what is stored is when it will be full. A full one needs no row.
CREATE TABLE limits (
    key     TEXT    NOT NULL PRIMARY KEY,
    full_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX limits_by_end ON limits (full_at);

-- Browsers that have logged an address in: they have emails of their own to ask for, which no stranger can use up.
CREATE TABLE devices (
    token_hash   BLOB    NOT NULL,
    email        TEXT    NOT NULL,
    last_seen_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, email)
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_time ON devices (last_seen_at);
