//! Statements that remove what has ended, a piece at a time.
//!
//! Each finds its rows by an index and removes `most` of them, so that a piece takes no longer where a table is larger.
//! What may be used again says its condition twice: PostgreSQL looks at the outer one anew, where a row was locked by
//! somebody who has just used it.

use super::{StoreError, Transaction, write};
use crate::types::Timestamp;

/// What has ended. The moments are those before which it must have ended.
#[derive(Clone, Copy, Debug)]
pub enum Old {
    /// Challenges, with their emails.
    Challenges(Timestamp),
    /// Counts of wrong codes that were last added to then, and are smaller than `below`.
    FailedCodes {
        /// When.
        before: Timestamp,
        /// A count that stays.
        below: i64,
    },
    /// Sessions that could not have been used since.
    Sessions(Timestamp),
    /// Changes of address that nobody can undo any more, with the links that would have. Each has one challenge, which goes
    /// with it.
    EmailChanges(Timestamp),
    /// Buckets of limits that are full again.
    Limits(Timestamp),
    /// Browsers that have not logged in since.
    Devices(Timestamp),
    /// Events.
    Events(Timestamp),
    /// Epochs that began then: no log-in is under way for so long.
    Epochs(Timestamp),
}

const EMAILS: &str = "
    DELETE FROM magic_auth_magic_links WHERE id IN (
        SELECT id FROM magic_auth_magic_links
        WHERE challenge_id IN (SELECT id FROM magic_auth_challenges
          WHERE ends_at < $1 ORDER BY ends_at LIMIT $2) LIMIT $2)";
const CHALLENGES: &str = "
    DELETE FROM magic_auth_challenges WHERE id IN (SELECT id FROM magic_auth_challenges
      WHERE ends_at < $1 ORDER BY ends_at LIMIT $2)";
const FAILED_CODES: &str = "
    DELETE FROM magic_auth_failed_codes WHERE last_at < $1 AND (email, tenant) IN (
        SELECT email, tenant FROM magic_auth_failed_codes WHERE last_at < $1
          AND failures < $3 ORDER BY last_at LIMIT $2)";
const SESSIONS: [&str; 3] = [
    "DELETE FROM magic_auth_sessions WHERE id IN (SELECT id FROM magic_auth_sessions
       WHERE ends_at < $1 ORDER BY ends_at LIMIT $2)",
    "DELETE FROM magic_auth_sessions WHERE id IN (SELECT id FROM magic_auth_sessions
       WHERE idle_ends_at < $1 ORDER BY idle_ends_at LIMIT $2)",
    "DELETE FROM magic_auth_sessions WHERE id IN (SELECT id FROM magic_auth_sessions
       WHERE ended_at < $1 ORDER BY ended_at LIMIT $2)",
];
const UNDO_TOKENS: &str = "
    DELETE FROM magic_auth_undo_tokens WHERE token_hash IN (
        SELECT token_hash FROM magic_auth_undo_tokens
        WHERE change_id IN (SELECT id FROM magic_auth_email_changes
          WHERE undo_ends_at < $1 ORDER BY undo_ends_at LIMIT $2) LIMIT $2)";
const EMAIL_CHANGES: &str = "
    DELETE FROM magic_auth_email_changes WHERE id IN (
        SELECT id FROM magic_auth_email_changes
        WHERE undo_ends_at < $1 AND NOT EXISTS (SELECT 1 FROM magic_auth_account_moves
          WHERE change_id = magic_auth_email_changes.id)
        ORDER BY undo_ends_at LIMIT $2)";
const LIMITS: &str = "
    DELETE FROM magic_auth_limits WHERE full_at <= $1 AND key IN (
        SELECT key FROM magic_auth_limits WHERE full_at <= $1 ORDER BY full_at LIMIT $2)";
const DEVICES: &str = "
    DELETE FROM magic_auth_devices WHERE last_seen_at < $1 AND (token_hash, email, tenant) IN (
        SELECT token_hash, email, tenant FROM magic_auth_devices
          WHERE last_seen_at < $1 ORDER BY last_seen_at LIMIT $2)";
const EPOCHS: &str = "
    DELETE FROM magic_auth_epochs WHERE (account, tenant) IN (
        SELECT account, tenant FROM magic_auth_epochs WHERE moved_at < $1 ORDER BY moved_at LIMIT $2)";
const EVENTS: &str = "
    DELETE FROM magic_auth_events WHERE id IN (SELECT id FROM magic_auth_events WHERE at < $1 ORDER BY at LIMIT $2)";

impl Transaction {
    /// Removes `most` rows of what has ended. Answers how many it were; fewer when there are no more.
    pub async fn prune(&mut self, old: Old, most: u32) -> Result<u32, StoreError> {
        let left = i64::from(most);
        let removed = match old {
            Old::Challenges(before) => {
                // Emails first: a challenge that goes takes none with it, however many it had.
                let magic_links = write!(self, execute, EMAILS, before, left)?;
                if magic_links == u64::from(most) {
                    magic_links
                } else {
                    write!(self, execute, CHALLENGES, before, left)?
                }
            }
            Old::FailedCodes { before, below } => write!(self, execute, FAILED_CODES, before, left, below)?,
            Old::Sessions(before) => {
                let mut removed = 0;
                for sql in SESSIONS {
                    removed += write!(self, execute, sql, before, left - removed as i64)?;
                }
                removed
            }
            Old::EmailChanges(before) => {
                let tokens = write!(self, execute, UNDO_TOKENS, before, left)?;
                if tokens == u64::from(most) { tokens } else { write!(self, execute, EMAIL_CHANGES, before, left)? }
            }
            Old::Limits(now) => write!(self, execute, LIMITS, now, left)?,
            Old::Devices(before) => write!(self, execute, DEVICES, before, left)?,
            Old::Events(before) => write!(self, execute, EVENTS, before, left)?,
            Old::Epochs(before) => write!(self, execute, EPOCHS, before, left)?,
        };
        Ok(u32::try_from(removed).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, read};
    use sqlx::AssertSqlSafe;

    async fn empty() -> Transaction {
        Store::open("sqlite::memory:").await.unwrap().begin().await.unwrap()
    }

    /// What SQLite does for a statement, a line for each table that it looks through.
    async fn plan(reader: &mut Transaction, sql: &str) -> Vec<String> {
        let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows: Vec<(i64, i64, i64, String)> = read!(reader, fetch_all, explained, 0, 0, 0).unwrap();
        rows.into_iter().map(|(.., line)| line).collect()
    }

    #[tokio::test]
    async fn every_statement_finds_its_rows_by_an_index() {
        let mut reader = empty().await;
        let others = [EMAILS, CHALLENGES, FAILED_CODES, UNDO_TOKENS, EMAIL_CHANGES, LIMITS, DEVICES, EVENTS, EPOCHS];
        for sql in others.into_iter().chain(SESSIONS) {
            let plan = plan(&mut reader, sql).await;
            assert!(plan.iter().any(|line| line.starts_with("SEARCH ")), "{sql}: {plan:?}");
            for line in &plan {
                assert!(!line.starts_with("SCAN ") && !line.contains("TEMP B-TREE"), "{sql}: {line}");
            }
        }
    }

    #[tokio::test]
    async fn what_goes_with_another_row_is_found_by_an_index() {
        let mut reader = empty().await;
        let keys: Vec<(String, String)> = read!(
            reader,
            fetch_all,
            "SELECT tables.name, keys.\"from\"
               FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
             WHERE tables.type = 'table'",
        )
        .unwrap();
        assert!(keys.len() >= 4, "{keys:?}");
        for (table, column) in keys {
            let plan = plan(&mut reader, &format!("SELECT 1 FROM {table} WHERE {column} = $1")).await;
            assert!(plan.iter().all(|line| line.starts_with("SEARCH ")), "{table}.{column}: {plan:?}");
        }
    }
}
