-- Emails that must arrive: each stays here until a mail server has taken it, over restarts. Nothing secret is among it: an
-- email is written anew for each sending, with a link of its own (see undo_tokens).
CREATE TABLE outbox (
    -- Also the email's Message-ID, the same over all sendings.
    id          BLOB    NOT NULL PRIMARY KEY,
    -- What it says: email_changing, email_changed or email_change_undone.
    kind        TEXT    NOT NULL,
    -- Whom it is for.
    email       TEXT    NOT NULL,
    -- What it is about. The email may outlive both, so they refer to nothing.
    user_id     BLOB    NOT NULL,
    change_id   BLOB    NOT NULL,
    old_email   TEXT    NOT NULL,
    new_email   TEXT    NOT NULL,
    -- Who did it: the browser's own words, and the client's address.
    user_agent  TEXT    NOT NULL,
    client      TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    -- How often sending it was begun, and when it is due next. That moves on before each sending begins, so that no other
    -- server sends it meanwhile.
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER NOT NULL,
    -- From then on nobody tries any more.
    gives_up_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_next_try ON outbox (next_try_at);
