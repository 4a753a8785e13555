-- Links that undo a change of email address.

-- The same table without the hash of the one link that a change had. (SQLite drops no column that is unique.)
CREATE TABLE email_changes_kept (
    id           BLOB    NOT NULL PRIMARY KEY,
    user_id      BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    old_email    TEXT    NOT NULL,
    new_email    TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    -- Seven days after it was asked for; from the move on, seven days after that.
    undo_ends_at INTEGER NOT NULL,
    -- When the account moved.
    confirmed_at INTEGER,
    -- When it became clear that it will not move, or moved back: undone, overtaken by a later change, or refused.
    cancelled_at INTEGER,
    -- When a change was undone: its links have done their work then, whatever changes come later.
    undone_at    INTEGER
) STRICT;
INSERT INTO email_changes_kept
    SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at, undone_at
    FROM email_changes;

-- A link is drawn anew for each email that carries one, and for whoever proves an email address that an account has
-- left. Every one stays good until the change is undone or its time is over: the one that did arrive must not die by
-- another that was drawn later.
CREATE TABLE undo_tokens (
    -- SHA-256 of what the link carries.
    token_hash BLOB NOT NULL PRIMARY KEY,
    change_id  BLOB NOT NULL REFERENCES email_changes_kept (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX undo_tokens_by_change ON undo_tokens (change_id);
INSERT INTO undo_tokens (token_hash, change_id) SELECT undo_hash, id FROM email_changes;

DROP TABLE email_changes;
ALTER TABLE email_changes_kept RENAME TO email_changes;
CREATE INDEX email_changes_by_user ON email_changes (user_id, created_at);
CREATE INDEX email_changes_by_old_email ON email_changes (old_email);
CREATE INDEX email_changes_by_end ON email_changes (undo_ends_at);
