//! Opening SQLite: one connection that writes, several that read.

mod connections;

use super::{
    file::{file_of, make_private, name_what_others_can_read},
    migrations,
};
pub(super) use connections::Connections;
use sqlx::{
    Error, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{str::FromStr, time::Duration};

/// SQLite lets one connection write at a time. With a single writing connection writers queue fairly in the pool,
/// instead of polling the file's lock: the worst wait is a fraction of that of ten writers.
#[derive(Clone)]
pub(super) struct Pools {
    pub(super) readers: Connections,
    pub(super) writer: Connections,
    /// Moves what was written from the write-ahead log into the database. Else every thousandth page would have the writer
    /// do that, and whoever writes then waits for it.
    checkpointer: Connections,
}

/// Connections that write.
pub(super) const WRITERS: u32 = 1;

/// Readers never wait for writers (WAL), so few are enough.
const READERS: u32 = 4;

/// How long a statement waits for a lock that another process holds on the file.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn open(url: &str) -> Result<Pools, Error> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A log-out must survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE);
    let file = file_of(url)?;
    if let Some(file) = &file {
        make_private(file);
    }
    let writer = Connections::open(options.clone(), WRITERS).await?;
    let mut lent = writer.lend().await?;
    migrations::of_sqlite().run(&mut lent.connection).await?;
    lent.give_back(Ok(()))?;
    if file.is_none() {
        return in_memory(options, writer).await;
    }
    let checkpointer = Connections::new(options.clone(), 1);
    let readers = Connections::open(options.read_only(true).create_if_missing(false), READERS).await?;
    if let Some(file) = &file {
        name_what_others_can_read(file);
    }
    Ok(Pools { readers, writer, checkpointer })
}

/// A database in memory is there for as long as a connection to it is, so one is held beside the one at work. Who reads
/// waits for who writes: other connections would be told that a table is locked, rather than wait.
async fn in_memory(options: SqliteConnectOptions, writer: Connections) -> Result<Pools, Error> {
    Ok(Pools { readers: writer.clone(), writer, checkpointer: Connections::open(options, 1).await? })
}

/// Opens a database that nobody else has open, and brings its tables up to date. Nobody can open it meanwhile.
#[cfg(feature = "postgres")]
pub(super) async fn alone(url: &str) -> Result<SqliteConnection, Error> {
    use sqlx::{ConnectOptions, sqlite::SqliteLockingMode};
    let options = SqliteConnectOptions::from_str(url)?.create_if_missing(false).foreign_keys(true);
    let options = options.locking_mode(SqliteLockingMode::Exclusive).journal_mode(SqliteJournalMode::Wal);
    let mut connection = options.synchronous(SqliteSynchronous::Full).busy_timeout(PATIENCE).connect().await?;
    migrations::of_sqlite().run(&mut connection).await?;
    Ok(connection)
}

impl Pools {
    /// Takes the connection that writes, and the file's lock with it.
    pub(super) async fn begin(&self) -> Result<Transaction, Error> {
        let mut lent = self.writer.lend().await?;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut lent.connection).await?;
        Ok(Transaction { lent })
    }

    /// Moves what it can from the write-ahead log into the database, and keeps nobody waiting.
    pub(super) async fn checkpoint(&self) -> Result<(), Error> {
        let mut lent = self.checkpointer.lend().await?;
        let done = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&mut lent.connection).await;
        lent.give_back(done).map(|_| ())
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.checkpointer.close().await;
        self.writer.close().await;
    }
}

/// A transaction of the connection that writes. The connection goes back only when SQLite has confirmed that the
/// transaction has ended: after a full disk, say, SQLite may have rolled back by itself or not at all, and the next
/// transaction would find the wrong state. So anything else closes it, and another one is opened.
pub(super) struct Transaction {
    lent: connections::Lent,
}

impl Transaction {
    pub(super) async fn commit(self) -> Result<(), Error> {
        self.end_by("COMMIT").await
    }

    pub(super) async fn undo(self) -> Result<(), Error> {
        self.end_by("ROLLBACK").await
    }

    async fn end_by(mut self, sql: &'static str) -> Result<(), Error> {
        sqlx::query(sql).execute(&mut self.lent.connection).await?;
        self.lent.give_back(Ok(()))
    }
}

/// A connection that is lent for one statement.
pub(super) enum Lent<'a> {
    OfPool(connections::Lent),
    Of(&'a mut SqliteConnection),
}

impl<'a> Lent<'a> {
    pub(super) async fn of_pool(connections: &Connections) -> Result<Self, Error> {
        connections.lend().await.map(Self::OfPool)
    }

    pub(super) fn of(transaction: &'a mut Transaction) -> Self {
        Self::Of(&mut transaction.lent.connection)
    }

    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        match self {
            Self::OfPool(lent) => &mut lent.connection,
            Self::Of(connection) => connection,
        }
    }

    /// Gives the connection back to its pool, if its answer says that it is as good as before. A transaction keeps its own.
    pub(super) fn give_back<T>(self, answer: Result<T, Error>) -> Result<T, Error> {
        match self {
            Self::OfPool(lent) => lent.give_back(answer),
            Self::Of(_) => answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn fill(transaction: &mut Transaction) -> Result<(), Error> {
        let sql = "INSERT INTO write_probes (id, filling) VALUES (randomblob(16), zeroblob(65536))";
        sqlx::query(sql).execute(&mut transaction.lent.connection).await.map(|_| ())
    }

    #[tokio::test]
    async fn after_a_database_that_is_full_the_next_transaction_works() {
        let folder = tempfile::tempdir().unwrap();
        let pools = open(&format!("sqlite://{}", folder.path().join("full.db").display())).await.unwrap();
        // As many pages as there are: a database cannot be told to have fewer.
        let mut lent = pools.writer.lend().await.unwrap();
        let few = sqlx::query("PRAGMA max_page_count = 1").execute(&mut lent.connection).await;
        lent.give_back(few).unwrap();
        let mut full = pools.begin().await.unwrap();
        let told = fill(&mut full).await.unwrap_err();
        assert_eq!(told.as_database_error().unwrap().code().unwrap(), "13", "SQLITE_FULL: {told}");
        drop(full);
        let mut next = pools.begin().await.unwrap();
        fill(&mut next).await.unwrap();
        next.commit().await.unwrap();
        pools.begin().await.unwrap().undo().await.unwrap();
    }
}
