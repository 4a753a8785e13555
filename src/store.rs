//! Every SQL statement, each written once for every database.
//!
//! A method is a verb of use and knows no rule: rules stand in `auth`. Reads go straight to a pool of readers, writes
//! happen in a [`Transaction`]. The macros `read!` and `write!` run one statement on whichever database is open: each
//! database is an arm in them, and what only one of them has stands in `sqlite` or `postgres`. This file alone knows
//! which of them are compiled in.

mod account_moves;
mod browsers;
mod challenges;
mod column;
#[cfg(feature = "postgres")]
mod copy;
mod devices;
mod email_changes;
mod epochs;
mod events;
mod failed_codes;
mod file;
mod forget;
mod hashed;
mod health;
mod limits;
mod magic_links;
mod migrations;
#[cfg_attr(not(feature = "postgres"), path = "store/one_node.rs")]
mod nodes;
mod outbox;
#[cfg(feature = "postgres")]
mod postgres;
mod predicates;
mod prune;
mod renewals;
#[cfg(feature = "postgres")]
mod revoke_all;
mod row;
mod sessions;
mod sqlite;
mod tries;
mod users;
mod words;
mod write_probes;

pub use account_moves::{AccountMoveRow, MoveKind, NewAccountMove};
pub use challenges::{ChallengeRow, NewChallenge, Wishes};
#[cfg(feature = "postgres")]
pub use copy::copy;
pub use email_changes::{EmailChangeRow, NewEmailChange, Taken};
pub use events::{EventsBy, NewEvent};
pub use file::new_private_file;
pub use hashed::{HASH_BYTES, Hashed, HashedCode};
pub use health::Health;
pub use limits::{Bucket, Level, LimitKey};
pub use magic_links::{Delivery, MagicLinkRow, NewMagicLink, SentEmailRow};
pub use nodes::Voice;
pub use outbox::{OutboxKind, OutboxRow};
pub use prune::Old;
#[cfg(feature = "postgres")]
pub use revoke_all::revoke_all;
pub use sessions::{EndedRow, NewSession, SessionRow, Sessions};
pub use sqlx::Error as StoreError;
pub use tries::{Tries, UseChallenge};
pub use users::{ProvedUser, UserRow};
pub use words::{EndedTogetherRow, Heard, SessionsEnded, Spared};

use sqlx::migrate::MigrateError;
use std::{
    ops::{Deref, DerefMut},
    path::PathBuf,
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
    #[cfg(feature = "postgres")]
    Postgres(postgres::Pools),
}

/// Answers questions: by itself each from what is committed at that moment, inside of a [`Transaction`] all from one.
pub struct Reader {
    source: Source,
}

enum Source {
    SqlitePool(sqlite::Connections),
    Sqlite(sqlite::Transaction),
    #[cfg(feature = "postgres")]
    PostgresPool(sqlx::PgPool),
    #[cfg(feature = "postgres")]
    Postgres(postgres::Transaction),
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

/// A connection, lent for one statement.
enum Lent<'a> {
    Sqlite(sqlite::Lent<'a>),
    #[cfg(feature = "postgres")]
    Postgres(postgres::Lent<'a>),
}

/// Runs one statement, for rows of the type asked for.
macro_rules! read {
    ($reader:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        match $reader.lend().await {
            Ok($crate::store::Lent::Sqlite(mut lent)) => {
                let answer = sqlx::query_as($sql)$(.bind($value))*.$fetch(lent.connection()).await;
                lent.give_back(answer)
            }
            #[cfg(feature = "postgres")]
            Ok($crate::store::Lent::Postgres(mut lent)) => {
                let until = lent.until();
                let asked = sqlx::query_as($sql)$(.bind($value))*.$fetch(lent.connection());
                let answer = $crate::store::postgres::by(until, asked).await;
                lent.give_back(answer)
            }
            Err(error) => Err(error),
        }
    };
}

/// Runs one statement of a transaction: `execute` answers how many rows it changed, the others rows.
macro_rules! write {
    ($transaction:expr, execute, $sql:expr $(, $value:expr)* $(,)?) => {
        match $transaction.lend().await {
            Ok($crate::store::Lent::Sqlite(mut lent)) => {
                let done = sqlx::query($sql)$(.bind($value))*.execute(lent.connection()).await;
                lent.give_back(done).map(|done| done.rows_affected())
            }
            #[cfg(feature = "postgres")]
            Ok($crate::store::Lent::Postgres(mut lent)) => {
                let until = lent.until();
                let done = sqlx::query($sql)$(.bind($value))*.execute(lent.connection());
                let done = $crate::store::postgres::by(until, done).await;
                lent.give_back(done).map(|done| done.rows_affected())
            }
            Err(error) => Err(error),
        }
    };
    ($transaction:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::read!($transaction, $fetch, $sql $(, $value)*)
    };
}

use predicates::{challenge_is_open, magic_link_counts, old_email_is_kept_free, session_is_good};
use row::row;
use {read, write};

/// What the address of a database begins with, for each that is compiled in.
pub const SCHEMES: &[&str] = &[
    "sqlite:",
    #[cfg(feature = "postgres")]
    "postgres:",
    #[cfg(feature = "postgres")]
    "postgresql:",
];

/// How many connections to PostgreSQL a server holds where nothing else is said. Half of them write. Each is a process of
/// the database's.
pub const CONNECTIONS: u32 = 20;

/// Returns the file of the database at this address, or `None` when it is in memory, or elsewhere.
///
/// # Errors
/// The address is none.
pub fn file_of(url: &str) -> Result<Option<PathBuf>, StoreError> {
    if url.starts_with(SCHEMES[0]) { file::file_of(url) } else { Ok(None) }
}

impl Store {
    /// Opens the database at this address and brings its tables up to date. SQLite's is created when missing.
    ///
    /// # Errors
    /// It cannot be opened, or the address is none.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Self::open_with(url, None, CONNECTIONS).await
    }

    /// Does the same with so many connections to PostgreSQL, and with its address past any pooler, for what a pooler does not
    /// do. SQLite has its own numbers.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub async fn open_with(
        url: &str,
        #[cfg_attr(not(feature = "postgres"), expect(unused_variables))] direct: Option<&str>,
        #[cfg_attr(not(feature = "postgres"), expect(unused_variables))] connections: u32,
    ) -> Result<Self, StoreError> {
        #[cfg(feature = "postgres")]
        if !url.starts_with(SCHEMES[0]) {
            let pools = postgres::open(url, direct.unwrap_or(url), connections).await?;
            return Ok(Self { database: Database::Postgres(pools), health: Arc::default() });
        }
        Ok(Self { database: Database::Sqlite(sqlite::open(url).await?), health: Arc::default() })
    }

    /// How many may write at a time.
    pub fn writers(&self) -> usize {
        match &self.database {
            Database::Sqlite(_) => sqlite::WRITERS as usize,
            #[cfg(feature = "postgres")]
            Database::Postgres(pools) => pools.writing(),
        }
    }

    /// How writing went lately.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// Asks outside of any transaction: what is answered may be different a moment later.
    pub fn reader(&self) -> Reader {
        let source = match &self.database {
            Database::Sqlite(pools) => Source::SqlitePool(pools.readers.clone()),
            #[cfg(feature = "postgres")]
            Database::Postgres(pools) => Source::PostgresPool(pools.readers.clone()),
        };
        Reader { source }
    }

    /// Runs single statements that write, each by itself.
    fn writer(&self) -> Reader {
        let source = match &self.database {
            Database::Sqlite(pools) => Source::SqlitePool(pools.writer.clone()),
            #[cfg(feature = "postgres")]
            Database::Postgres(pools) => Source::PostgresPool(pools.writers.clone()),
        };
        Reader { source }
    }

    /// Starts a transaction. SQLite has one at a time: there this waits its turn to write.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let source = match &self.database {
            Database::Sqlite(pools) => Source::Sqlite(pools.begin().await?),
            #[cfg(feature = "postgres")]
            Database::Postgres(pools) => Source::Postgres(pools.begin().await?),
        };
        Ok(Transaction { reader: Reader { source } })
    }

    /// Tidies up after many writes, beside whoever writes: with SQLite it empties the write-ahead log. PostgreSQL does so by
    /// itself.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        match &self.database {
            Database::Sqlite(pools) => pools.checkpoint().await,
            #[cfg(feature = "postgres")]
            Database::Postgres(_) => Ok(()),
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
            #[cfg(feature = "postgres")]
            Database::Postgres(pools) => pools.close().await,
        }
    }
}

impl Reader {
    /// Lends a connection for one statement: its transaction's, or one of its pool's.
    async fn lend(&mut self) -> Result<Lent<'_>, StoreError> {
        Ok(match &mut self.source {
            Source::SqlitePool(pool) => Lent::Sqlite(sqlite::Lent::of_pool(pool).await?),
            Source::Sqlite(transaction) => Lent::Sqlite(sqlite::Lent::of(transaction)),
            #[cfg(feature = "postgres")]
            Source::PostgresPool(pool) => Lent::Postgres(postgres::Lent::of_pool(pool).await?),
            #[cfg(feature = "postgres")]
            Source::Postgres(transaction) => Lent::Postgres(postgres::Lent::of(transaction)),
        })
    }
}

impl Transaction {
    /// Undoes everything since [`Store::begin`], and returns once that is done.
    pub async fn undo(self) -> Result<(), StoreError> {
        match self.reader.source {
            Source::Sqlite(transaction) => transaction.undo().await,
            #[cfg(feature = "postgres")]
            Source::Postgres(transaction) => transaction.undo().await,
            _ => Ok(()),
        }
    }

    /// Makes everything since [`Store::begin`] happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.reader.source {
            Source::Sqlite(transaction) => transaction.commit().await,
            #[cfg(feature = "postgres")]
            Source::Postgres(transaction) => transaction.commit().await,
            _ => Err(no_transaction()),
        }
    }
}

/// How another unit of work got in the way of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Both waited for each other, or neither order of the two gives what both would have read: begun anew, it may well
    /// succeed.
    Passing,
    /// A row is there already that may be there once. Somebody may have stored it just now: begun anew, a unit of work finds
    /// it, and answers by its rules. One that is in the way again was not stored just now, and that is a fault.
    Unique,
}

/// Returns how another unit of work got in the way, or `None` where the database itself failed.
pub fn conflict(error: &StoreError) -> Option<Conflict> {
    let error = error.as_database_error()?;
    match error.code().as_deref() {
        Some("40001" | "40P01") => Some(Conflict::Passing),
        _ => error.is_unique_violation().then_some(Conflict::Unique),
    }
}

/// Says why the database could not be opened, and what to do where that is not what the database says itself.
pub fn why_not_open(error: &StoreError) -> String {
    match error {
        StoreError::Migrate(fault) => match **fault {
            MigrateError::VersionMissing(migrations::MOVED) => {
                "it was moved to another database by `magic-auth copy`, which DATABASE_URL must name now".to_owned()
            }
            MigrateError::VersionMissing(version) => format!(
                "its tables were made by a newer version of Magic Auth, which knows migration {version}: run that version \
                 or a newer one"
            ),
            ref fault => format!("its tables could not be brought up to date: {fault}"),
        },
        StoreError::Database(fault) if matches!(fault.code().as_deref(), Some("42P05" | "26000")) => format!(
            "{fault}. A pooler in transaction mode has to know prepared statements: PgBouncer from 1.21 on does, where \
             max_prepared_statements is not 0"
        ),
        error => error.to_string(),
    }
}

/// Never happens: a [`Transaction`] is made by [`Store::begin`] alone, with a connection of its own.
fn no_transaction() -> StoreError {
    StoreError::BeginFailed
}
