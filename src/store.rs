//! Every SQL statement, each written once for every database.
//!
//! A method is a verb of use and knows no rule: rules stand in `auth`. Reads go straight to a pool of readers, writes
//! happen in a [`Transaction`]. The macros `read!` and `write!` run one statement on whichever database is open;
//! another database is another arm in them and another file beside `sqlite`.

mod challenges;
mod email_changes;
mod events;
mod failed_codes;
mod file;
mod letters;
mod limits;
mod sessions;
mod sqlite;
mod users;

pub use challenges::{ChallengeRow, NewChallenge};
pub use email_changes::{EmailChangeRow, NewEmailChange, Taken};
pub use events::{EventRow, NewEvent};
pub use file::{file_of, new_private_file};
pub use letters::{Delivery, LetterRow, NewLetter};
pub use sessions::{EndedRow, NewSession, SessionRow, Which};
pub use sqlx::Error as StoreError;
pub use users::UserRow;

/// An open database.
#[derive(Clone)]
pub struct Store {
    database: Database,
}

#[derive(Clone)]
enum Database {
    Sqlite(sqlite::Pools),
}

/// Several writes that happen together or not at all. Dropped without [`commit`](Self::commit), it undoes them.
pub struct Transaction {
    inner: DatabaseTransaction,
}

enum DatabaseTransaction {
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
}

/// One statement that reads, as rows of the type asked for.
macro_rules! read {
    ($store:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        match &$store.database {
            $crate::store::Database::Sqlite(pools) => sqlx::query_as($sql)$(.bind($value))*.$fetch(&pools.readers).await,
        }
    };
}

/// One statement of a transaction: `execute` answers how many rows it changed, the others rows.
macro_rules! write {
    ($transaction:expr, execute, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $transaction.inner {
            $crate::store::DatabaseTransaction::Sqlite(transaction) => {
                sqlx::query($sql)$(.bind($value))*.execute(&mut **transaction).await.map(|done| done.rows_affected())
            }
        }
    };
    ($transaction:expr, $fetch:ident, $sql:expr $(, $value:expr)* $(,)?) => {
        match &mut $transaction.inner {
            $crate::store::DatabaseTransaction::Sqlite(transaction) => {
                sqlx::query_as($sql)$(.bind($value))*.$fetch(&mut **transaction).await
            }
        }
    };
}

use {read, write};

impl Store {
    /// Opens the database at this address, creates it when missing, and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let pools = sqlite::open(url).await?;
        Ok(Self { database: Database::Sqlite(pools) })
    }

    /// Starts a transaction, which waits its turn to write.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        match &self.database {
            Database::Sqlite(pools) => {
                let transaction = pools.writer.begin_with("BEGIN IMMEDIATE").await?;
                Ok(Transaction { inner: DatabaseTransaction::Sqlite(transaction) })
            }
        }
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), StoreError> {
        let _: (i64,) = read!(self, fetch_one, "SELECT COUNT(*) FROM users WHERE id IS NULL")?;
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
        match self.inner {
            DatabaseTransaction::Sqlite(transaction) => transaction.rollback().await,
        }
    }

    /// Makes everything since [`Store::begin`] happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.inner {
            DatabaseTransaction::Sqlite(transaction) => transaction.commit().await,
        }
    }
}
