//! Opening SQLite: one connection that writes, several that read.

use super::file::{file_of, make_private, name_what_others_can_read};
use sqlx::{
    Error, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{str::FromStr, time::Duration};

/// SQLite lets one connection write at a time. With a single writing connection writers queue fairly in the pool,
/// instead of polling the file's lock: the worst wait is a fraction of that of ten writers.
#[derive(Clone)]
pub(super) struct Pools {
    pub(super) readers: SqlitePool,
    pub(super) writer: SqlitePool,
}

/// Readers never wait for writers (WAL), so few are enough.
const READERS: u32 = 4;

/// How long a request waits for a connection before it is told that the database is away.
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
    // A file does not hang up, so no connection is asked first whether it is still there.
    let pool = |connections| {
        SqlitePoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE).test_before_acquire(false)
    };

    let writer = pool(1).connect_with(options.clone()).await?;
    sqlx::migrate!("migrations/sqlite").run(&writer).await?;
    let readers = pool(READERS).connect_with(options.read_only(true).create_if_missing(false)).await?;
    if let Some(file) = &file {
        name_what_others_can_read(file);
    }
    Ok(Pools { readers, writer })
}

impl Pools {
    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
