-- Telling apart what somebody did who had proved to be a user, and what anybody did about that user's address: so that
-- no number of others' tries hides the user's own doings.
ALTER TABLE events ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
UPDATE events SET proven = 1 WHERE user_id IS NOT NULL;
-- Whatever is about a user's address is the user's matter, also after the address has become somebody else's.
UPDATE events SET user_id = (SELECT id FROM users WHERE users.email = events.email) WHERE user_id IS NULL;
CREATE INDEX events_proven ON events (user_id, proven, id);
DROP INDEX events_by_user;

-- When a change was taken back: its link has done its work then, whatever changes come later.
ALTER TABLE email_changes ADD COLUMN undone_at INTEGER;
