//! Several nodes on one database: PostgreSQL carries what they tell each other, and has the time and the locks of all.

use super::{Database, Hashed, SessionsEnded, Source, Store, StoreError, Transaction};
use crate::types::Timestamp;

pub use super::postgres::{Ear, Voice};

/// What the node holds that removes what has ended: a number drawn once.
const PRUNING: i64 = 0x6d61_7072_756e_6501;

impl Store {
    /// Returns whether other nodes may share the database.
    pub fn has_nodes(&self) -> bool {
        matches!(self.database, Database::Postgres(_))
    }

    /// Begins to hear what this node says, and others once [`Ear::attend`] was called; `None` where there are no others.
    pub async fn listen(&self) -> Result<Option<Ear>, StoreError> {
        match &self.database {
            Database::Sqlite(_) => Ok(None),
            Database::Postgres(pools) => pools.listen().await.map(Some),
        }
    }

    /// Returns the time of the database, which is that of all nodes; `None` where there is one
    /// node.
    pub async fn time(&self) -> Result<Option<Timestamp>, StoreError> {
        match &self.database {
            Database::Sqlite(_) => Ok(None),
            Database::Postgres(pools) => pools.time().await.map(|millis| Some(Timestamp(millis))),
        }
    }
}

impl Transaction {
    /// Tells all nodes, once this transaction has happened.
    pub async fn tell_nodes(&mut self, ended: SessionsEnded) -> Result<(), StoreError> {
        match &mut self.reader.source {
            Source::Postgres(transaction) => transaction.notify(&ended.to_text()).await,
            _ => Ok(()),
        }
    }

    /// Keeps others from beginning a challenge of the browser with this secret until the end. SQLite has one writer anyway.
    pub async fn lock_browser(&mut self, browser_hash: Hashed) -> Result<(), StoreError> {
        match &mut self.reader.source {
            Source::Postgres(transaction) => transaction.lock(browser_hash.as_bytes()).await,
            _ => Ok(()),
        }
    }

    /// Returns whether this is the one node that may remove what has ended, until the end of the transaction.
    pub async fn try_to_prune(&mut self) -> Result<bool, StoreError> {
        match &mut self.reader.source {
            Source::Postgres(transaction) => transaction.try_lock(PRUNING).await,
            _ => Ok(true),
        }
    }
}
