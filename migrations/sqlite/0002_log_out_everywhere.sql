-- Logging out everywhere, and changing the mail address.

-- A change of address that a user has asked for. The account moves when the new address has proved itself through the
-- challenge of this change; the old address can take everything back for a while.
CREATE TABLE email_changes (
    id           BLOB    NOT NULL PRIMARY KEY,
    user_id      BLOB    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    old_email    TEXT    NOT NULL,
    new_email    TEXT    NOT NULL,
    -- What the email to the old address carries, as its SHA-256.
    undo_hash    BLOB    NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    undo_ends_at INTEGER NOT NULL,
    -- When the account moved.
    confirmed_at INTEGER,
    -- When it became clear that it will not move, or moved back: undone, overtaken by a later change, or refused.
    cancelled_at INTEGER
) STRICT;
CREATE INDEX email_changes_by_user ON email_changes (user_id, created_at);
CREATE INDEX email_changes_by_old_email ON email_changes (old_email);
CREATE INDEX email_changes_by_end ON email_changes (undo_ends_at);

-- A challenge may do more than log in. Of these two, at most one is set.
-- The address to change to, once the person has proved the present one again.
ALTER TABLE challenges ADD COLUMN goes_on_to TEXT;
-- The change that this challenge confirms.
ALTER TABLE challenges ADD COLUMN change_id BLOB REFERENCES email_changes (id) ON DELETE CASCADE;
CREATE INDEX challenges_by_email ON challenges (email);
CREATE INDEX challenges_by_change ON challenges (change_id);

-- What happened to a user, under whichever address.
CREATE INDEX events_by_user ON events (user_id, id);
