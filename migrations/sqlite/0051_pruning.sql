-- What has ended is removed a piece at a time, and found by its time: each way to end has an index.
CREATE INDEX sessions_by_idle_end ON sessions (idle_ends_at);
CREATE INDEX sessions_by_early_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX failed_codes_by_time ON failed_codes (last_at, failures);
