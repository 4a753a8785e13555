//! Opening SQLite: one connection that writes, several that read.

use super::{
    file::{file_of, make_private, name_what_others_can_read},
    migrations,
};
use sqlx::{
    ConnectOptions, Connection, Error, Executor, Sqlite, SqliteConnection, SqlitePool,
    pool::PoolConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{str::FromStr, time::Duration};

/// SQLite lets one connection write at a time. With a single writing connection writers queue fairly in the pool,
/// instead of polling the file's lock: the worst wait is a fraction of that of ten writers.
#[derive(Clone)]
pub(super) struct Pools {
    pub(super) readers: SqlitePool,
    pub(super) writer: SqlitePool,
    /// Moves what was written from the write-ahead log into the database. Else every thousandth page would have the writer
    /// do that, and whoever writes then waits for it.
    checkpointer: SqlitePool,
}

/// Connections that write.
pub(super) const WRITERS: u32 = 1;

/// Readers never wait for writers (WAL), so few are enough.
const READERS: u32 = 4;

/// How long a request waits for a connection before it is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn open(url: &str) -> Result<Pools, Error> {
    let mut options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .foreign_keys(true)
        // A log-out must survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE);
    let file = file_of(url)?;
    if let Some(file) = &file {
        make_private(file);
    }
    if file.is_none() || !is_shared(&options).await? {
        options = options.journal_mode(SqliteJournalMode::Wal);
    }
    // A file does not hang up, so no connection is asked first whether it is still there.
    let pool = |connections| {
        SqlitePoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE).test_before_acquire(false)
    };

    let writer = pool(WRITERS).connect_with(options.clone()).await?;
    migrations::of_sqlite().run(&writer).await?;
    if file.is_none() {
        return in_memory(options, writer).await;
    }
    let checkpointer = pool(1).connect_lazy_with(options.clone());
    let readers = pool(READERS).connect_with(options.read_only(true).create_if_missing(false)).await?;
    if let Some(file) = &file {
        name_what_others_can_read(file);
    }
    Ok(Pools { readers, writer, checkpointer })
}

/// Returns whether an application has tables of its own in this file: how the file is kept is for it to say.
async fn is_shared(options: &SqliteConnectOptions) -> Result<bool, Error> {
    let mut connection = options.connect().await?;
    let theirs = "SELECT EXISTS (SELECT 1 FROM sqlite_schema
                                 WHERE type = 'table' AND name NOT GLOB 'magic_auth_*' AND name NOT GLOB 'sqlite_*')";
    let is_shared = sqlx::query_scalar(theirs).fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(is_shared)
}

/// A database in memory is there for as long as a connection to it is, so one is held beside the one at work. Who reads
/// waits for who writes: other connections would be told that a table is locked, rather than wait.
async fn in_memory(options: SqliteConnectOptions, writer: SqlitePool) -> Result<Pools, Error> {
    let holding = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    Ok(Pools { readers: writer.clone(), writer, checkpointer: holding.connect_with(options).await? })
}

/// Opens a database that nobody else has open, and brings its tables up to date. Nobody can open it meanwhile.
#[cfg(feature = "postgres")]
pub(super) async fn alone(url: &str) -> Result<SqliteConnection, Error> {
    use sqlx::sqlite::SqliteLockingMode;
    let options = SqliteConnectOptions::from_str(url)?.create_if_missing(false).foreign_keys(true);
    let options = options.locking_mode(SqliteLockingMode::Exclusive).journal_mode(SqliteJournalMode::Wal);
    let mut connection = options.synchronous(SqliteSynchronous::Full).busy_timeout(PATIENCE).connect().await?;
    migrations::of_sqlite().run(&mut connection).await?;
    Ok(connection)
}

impl Pools {
    /// Takes the connection that writes, and the file's lock with it.
    pub(super) async fn begin(&self) -> Result<Transaction, Error> {
        let mut transaction = Transaction { connection: self.writer.acquire().await?, open: true };
        match transaction.connection().execute("BEGIN IMMEDIATE").await {
            Ok(_) => Ok(transaction),
            Err(error) => Err(error),
        }
    }

    /// Moves what it can from the write-ahead log into the database, and keeps nobody waiting.
    pub(super) async fn checkpoint(&self) -> Result<(), Error> {
        self.checkpointer.execute("PRAGMA wal_checkpoint(PASSIVE)").await.map(|_| ())
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.checkpointer.close().await;
        self.writer.close().await;
    }
}

/// A transaction of the connection that writes. The connection goes back to its pool only when SQLite has confirmed
/// that the transaction is over: after a full disk, say, SQLite may have rolled back by itself or not at all, and the
/// next transaction would find the wrong state. So anything else closes it, and the pool opens another.
pub(super) struct Transaction {
    connection: PoolConnection<Sqlite>,
    open: bool,
}

impl Transaction {
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    pub(super) async fn commit(mut self) -> Result<(), Error> {
        self.connection.execute("COMMIT").await?;
        self.open = false;
        Ok(())
    }

    pub(super) async fn undo(mut self) -> Result<(), Error> {
        self.connection.execute("ROLLBACK").await?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.open {
            self.connection.close_on_drop();
        }
    }
}

/// A connection that is lent for one statement.
pub(super) enum Lent<'a> {
    OfPool(PoolConnection<Sqlite>),
    Of(&'a mut SqliteConnection),
}

impl<'a> Lent<'a> {
    pub(super) async fn of_pool(pool: &SqlitePool) -> Result<Self, Error> {
        pool.acquire().await.map(Self::OfPool)
    }

    pub(super) fn of(transaction: &'a mut Transaction) -> Self {
        Self::Of(transaction.connection())
    }

    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        match self {
            Self::OfPool(connection) => connection,
            Self::Of(connection) => connection,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn fill(transaction: &mut Transaction) -> Result<(), Error> {
        let sql = "INSERT INTO magic_auth_write_probes (id, filling) VALUES (randomblob(16), zeroblob(65536))";
        transaction.connection().execute(sql).await.map(|_| ())
    }

    #[tokio::test]
    async fn after_a_database_that_is_full_the_next_transaction_works() {
        let folder = tempfile::tempdir().unwrap();
        let pools = open(&format!("sqlite://{}", folder.path().join("full.db").display())).await.unwrap();
        // As many pages as there are: a database cannot be told to have fewer.
        pools.writer.execute("PRAGMA max_page_count = 1").await.unwrap();
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
