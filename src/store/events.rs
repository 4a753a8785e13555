//! Statements about the security log.

use super::{Reader, StoreError, Transaction, read, write};
use uuid::Uuid;

/// An event as its user may read it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EventRow {
    /// When it happened.
    pub at: i64,
    /// Its name in OWASP's logging vocabulary.
    pub name: String,
    /// More precisely, in one word.
    pub detail: String,
    /// The browser, in its own words.
    pub user_agent: String,
    /// The client's address.
    pub client: String,
}

/// An event about to be stored.
pub struct NewEvent<'a> {
    /// The event's id.
    pub id: Uuid,
    /// Now.
    pub at: i64,
    /// Its name in OWASP's logging vocabulary.
    pub name: &'a str,
    /// More precisely, in one word.
    pub detail: &'a str,
    /// Whom it is about, where that is known.
    pub user_id: Option<Uuid>,
    /// Whether it is the doing of somebody who had proved to be that user.
    pub proven: bool,
    /// The address that it is about.
    pub email: Option<&'a str>,
    /// The browser, in its own words.
    pub user_agent: &'a str,
    /// The client's address.
    pub client: &'a str,
}

impl Reader {
    /// The newest events of a user, newest first: `most` that the user did, and `most_others` that somebody did about the
    /// user without having proved to be the user.
    pub async fn events(&mut self, user: Uuid, most: i64, most_others: i64) -> Result<Vec<EventRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT at, name, detail, user_agent, client FROM (
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM events
                                WHERE user_id = $1 AND proven = $4 ORDER BY id DESC LIMIT $2) AS own
                 UNION ALL
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM events
                                WHERE user_id = $1 AND proven <> $4 ORDER BY id DESC LIMIT $3) AS others
             ) AS recent ORDER BY id DESC",
            user,
            most,
            most_others,
            true,
        )
    }
}

impl Transaction {
    /// Stores an event. Where it is not known whom it is about, it is about the user who has the address now, or else about
    /// the one who has left it and can still come back.
    pub async fn add_event(&mut self, new: NewEvent<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO events (id, at, name, detail, user_id, proven, email, user_agent, client)
             VALUES ($1, $2, $3, $4,
                     COALESCE($5, (SELECT id FROM users WHERE email = $6),
                              (SELECT user_id FROM email_changes
                               WHERE old_email = $6 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL
                                 AND undo_ends_at > $2 LIMIT 1)),
                     $9, $6, $7, $8)",
            new.id,
            new.at,
            new.name,
            new.detail,
            new.user_id,
            new.email,
            new.user_agent,
            new.client,
            new.proven,
        )?;
        Ok(())
    }

    /// Makes what has happened since then about an address that nobody had a matter of the user who has it now.
    pub async fn adopt_events(&mut self, email: &str, user: Uuid, since: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE events SET user_id = $2 WHERE email = $1 AND user_id IS NULL AND at >= $3", email, user, since,
        )
    }
}
