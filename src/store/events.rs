//! Statements about the security log.

use super::{Store, StoreError, Transaction, read, write};
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
    /// The address that it is about.
    pub email: Option<&'a str>,
    /// The browser, in its own words.
    pub user_agent: &'a str,
    /// The client's address.
    pub client: &'a str,
}

impl Store {
    /// The newest events of a user or about this address, newest first.
    pub async fn events(&self, user: Uuid, email: &str, most: i64) -> Result<Vec<EventRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT at, name, detail, user_agent, client FROM (
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM events
                                WHERE email = $2 ORDER BY id DESC LIMIT $3) AS of_address
                 UNION
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM events
                                WHERE user_id = $1 ORDER BY id DESC LIMIT $3) AS of_user
             ) AS recent ORDER BY id DESC LIMIT $3",
            user,
            email,
            most,
        )
    }
}

impl Transaction {
    /// Stores an event.
    pub async fn add_event(&mut self, new: NewEvent<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO events (id, at, name, detail, user_id, email, user_agent, client)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            new.id,
            new.at,
            new.name,
            new.detail,
            new.user_id,
            new.email,
            new.user_agent,
            new.client,
        )?;
        Ok(())
    }

    /// Removes events older than this moment.
    pub async fn prune_events(&mut self, before: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM events WHERE at < $1", before)
    }
}
