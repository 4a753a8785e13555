-- When a browser has first logged an address in. One that has come back for long is stopped by nobody else's doings.
ALTER TABLE devices ADD COLUMN first_seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE devices SET first_seen_at = last_seen_at;
