-- The answer to a log-in may get lost on its way, and the session's token with it. For a minute, and only until the token
-- has come back for the first time, the same proof in the same browser may bring the session another token.
-- The challenge whose proof does so; NULL where none does. It refers to nothing that must stay: after a minute it means
-- nothing any more.
ALTER TABLE sessions ADD COLUMN renewable_by BLOB;
CREATE UNIQUE INDEX sessions_by_challenge ON sessions (renewable_by) WHERE renewable_by IS NOT NULL;
