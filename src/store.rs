//! Every SQL statement, each written once for every database.
//!
//! A method is a verb of use and knows no rule: rules stand in `auth`. Reads go straight to a pool of readers, writes
//! happen in a [`Transaction`]. The macros `read!` and `write!` run one statement on whichever database is open;
//! another database is another arm in them and another file beside `sqlite`.

mod browsers;
mod challenges;
mod column;
mod devices;
mod email_changes;
mod events;
mod failed_codes;
mod file;
mod hashed;
mod health;
mod limits;
mod magic_links;
mod outbox;
mod prune;
mod renewals;
mod sessions;
mod sqlite;
mod tries;
mod users;
mod write_probes;

pub use challenges::{ChallengeRow, NewChallenge, StoredChallenge, Wishes};
pub use email_changes::{EmailChangeRow, NewEmailChange, Taken};
pub use events::{EventRow, EventsBy, NewEvent};
pub use file::{file_of, new_private_file};
pub use hashed::{HASH_BYTES, Hashed, HashedCode};
pub use health::Health;
pub use limits::{Bucket, Level, LimitKey};
pub use magic_links::{Delivery, MagicLinkRow, NewMagicLink, SentEmailRow};
pub use outbox::{OutboxKind, OutboxRow};
pub use prune::Old;
pub use sessions::{EndedRow, NewSession, OwnEndedRow, SessionRow, Sessions};
pub use sqlx::Error as StoreError;
pub use tries::{Tries, UseChallenge, UsedChallenge};
pub use users::{ProvedUser, UserRow};

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

/// An open database.
#[derive(Clone)]
pub struct Store {
    database: Database,
    health: Arc<Health>,
}

#[derive(Clone)]
enum Database {
    Sqlite(sqlite::Pools),
}

/// Answers questions: by itself each from what is committed at that moment, inside of a [`Transaction`] all from one.
pub struct Reader {
    source: Source,
}

enum Source {
    SqlitePool(sqlx::SqlitePool),
    Sqlite(sqlite::Transaction),
}

/// Several writes that happen together or not at all. Dropped without [`commit`](Self::commit), nothing has happened.
pub struct Transaction {
    reader: Reader,
}

impl Deref for Transaction {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}

/// Runs one statement that reads, for rows of the type asked for.
macro_rules! read {
    ($reader:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $reader.source {
            $crate::store::Source::SqlitePool(pool) => sqlx::query_as($sql)$(.bind($value))*.$fetch(&*pool).await,
            $crate::store::Source::Sqlite(transaction) => {
                sqlx::query_as($sql)$(.bind($value))*.$fetch(transaction.connection()).await
            }
        }
    };
}

/// Runs one statement of a transaction: `execute` answers how many rows it changed, the others rows.
macro_rules! write {
    ($transaction:expr, execute, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $transaction.reader.source {
            $crate::store::Source::SqlitePool(_) => Err($crate::store::no_transaction()),
            $crate::store::Source::Sqlite(transaction) => {
                let done = sqlx::query($sql)$(.bind($value))*.execute(transaction.connection()).await;
                done.map(|done| done.rows_affected())
            }
        }
    };
    ($transaction:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $transaction.reader.source {
            $crate::store::Source::SqlitePool(_) => Err($crate::store::no_transaction()),
            $crate::store::Source::Sqlite(transaction) => {
                sqlx::query_as($sql)$(.bind($value))*.$fetch(transaction.connection()).await
            }
        }
    };
}

use {read, write};

impl Store {
    /// Opens the database at this address, creates it when missing, and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let pools = sqlite::open(url).await?;
        Ok(Self { database: Database::Sqlite(pools), health: Arc::default() })
    }

    /// How many may write at a time.
    pub fn writers(&self) -> usize {
        match &self.database {
            Database::Sqlite(_) => sqlite::WRITERS as usize,
        }
    }

    /// How writing went lately.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// Asks outside of any transaction: what is answered may be different a moment later.
    pub fn reader(&self) -> Reader {
        match &self.database {
            Database::Sqlite(pools) => Reader { source: Source::SqlitePool(pools.readers.clone()) },
        }
    }

    /// Starts a transaction, which waits its turn to write.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        match &self.database {
            Database::Sqlite(pools) => {
                let transaction = pools.begin().await?;
                Ok(Transaction { reader: Reader { source: Source::Sqlite(transaction) } })
            }
        }
    }

    /// Tidies up after many writes, beside whoever writes: with SQLite it empties the write-ahead log.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        match &self.database {
            Database::Sqlite(pools) => pools.checkpoint().await,
        }
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), StoreError> {
        let mut reader = self.reader();
        let _: (i64,) = read!(reader, fetch_one, "SELECT COUNT(*) FROM users WHERE id IS NULL")?;
        Ok(())
    }

    /// Writes what is still to be written and closes every connection.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite(pools) => pools.close().await,
        }
    }
}

impl Transaction {
    /// Undoes everything since [`Store::begin`], and returns once that is done.
    pub async fn undo(self) -> Result<(), StoreError> {
        match self.reader.source {
            Source::SqlitePool(_) => Ok(()),
            Source::Sqlite(transaction) => transaction.undo().await,
        }
    }

    /// Makes everything since [`Store::begin`] happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.reader.source {
            Source::SqlitePool(_) => Err(no_transaction()),
            Source::Sqlite(transaction) => transaction.commit().await,
        }
    }
}

/// Whether another writer got in the way: the same unit of work, begun anew, may well succeed. That is a row which somebody
/// else has just stored, a deadlock, or a serialization failure.
pub fn is_conflict(error: &StoreError) -> bool {
    error
        .as_database_error()
        .is_some_and(|error| error.is_unique_violation() || matches!(error.code().as_deref(), Some("40001" | "40P01")))
}

/// Never happens: a [`Transaction`] is made by [`Store::begin`] alone, with a connection of its own.
fn no_transaction() -> StoreError {
    StoreError::BeginFailed
}
