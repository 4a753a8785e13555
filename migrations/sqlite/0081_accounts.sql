-- Accounts of an application that has users of its own.

-- What the account is called outside of these tables: the application's own id, or else this row's in text. No id is given
-- to another account, ever.
ALTER TABLE users ADD COLUMN account TEXT NOT NULL DEFAULT '';
UPDATE users SET account = lower(
    substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' ||
    substr(hex(id), 17, 4) || '-' || substr(hex(id), 21));
CREATE UNIQUE INDEX users_by_account ON users (account);

-- When the sessions of an account were last ended for a reason that holds for log-ins under way too. The application is
-- asked between two transactions, and what it said counts only where this is the same in both. Only the accounts of such
-- an application have rows here, also those that have never logged in or are forgotten; each stays for a day.
CREATE TABLE epochs (
    account  TEXT    NOT NULL PRIMARY KEY,
    epoch    BLOB    NOT NULL,
    moved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX epochs_by_time ON epochs (moved_at);

-- A change of email address, or its undoing, that was begun here and that the application has not answered yet. It is
-- asked again until it has.
CREATE TABLE account_moves (
    user_id     BLOB    NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    change_id   BLOB    NOT NULL REFERENCES email_changes (id) ON DELETE CASCADE,
    -- change or undo.
    kind        TEXT    NOT NULL,
    -- Somebody asks just now, and nobody else does until then.
    asked_until INTEGER NOT NULL,
    -- Who did it: the browser's own words, and the client's address.
    user_agent  TEXT    NOT NULL,
    client      TEXT    NOT NULL
) STRICT;
CREATE INDEX account_moves_by_change ON account_moves (change_id);
CREATE INDEX account_moves_by_time ON account_moves (asked_until);
