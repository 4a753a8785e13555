//! Opening PostgreSQL: connections that write, connections that only read, and a deadline for everything.
//!
//! A connection that has not answered in time, or whose work was left in the middle, is closed rather than lent again:
//! nobody knows what it would answer next.

mod ear;

pub use ear::{Ear, Voice};

use super::migrations;
use sqlx::{
    ConnectOptions, Connection, Error, Executor, PgConnection, PgPool, Postgres,
    pool::PoolConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{io, str::FromStr, time::Duration};
use tokio::time::{Instant, timeout, timeout_at};

#[derive(Clone)]
pub(super) struct Pools {
    pub(super) readers: PgPool,
    pub(super) writers: PgPool,
    /// Past any pooler, for listening.
    direct: Box<PgConnectOptions>,
}

/// How long a statement may take, a connection's opening and a lock's wait among it; then a request is told that the
/// database is away, within five seconds in all.
const PATIENCE: Duration = Duration::from_secs(4);

/// A bit sooner the database itself gives up: then its connection is as good as before.
const PATIENCE_OF_SERVER: &str = "3500ms";

/// A transaction whose node has gone silent gives its locks back then.
const PATIENCE_WITH_NODE: &str = "10s";

/// Where the tables stand, so that a host's own of the same names do not meet them.
pub(super) const SCHEMA: &str = "magic_auth";

/// What nodes lock that bring the tables up to date: a number of our own, drawn once.
const MIGRATION_LOCK: i64 = 0x6d61_6769_6361_7574;

/// What is wrong where a pooler does not pass the schema on.
const WITHOUT_SCHEMA: &str = "its connections come without search_path = magic_auth, as with a pooler that ignores `options`: \
                              set it for the role, by ALTER ROLE … IN DATABASE … SET search_path = magic_auth";

/// Asks for the time, in milliseconds since 1970.
pub(super) const TIME: &str = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

/// Opens the database. `direct` is its address past any pooler, for migrations and listening. Half of the connections write;
/// those that only read are apart from them, because those that write wait for each other.
pub(super) async fn open(url: &str, direct: &str, connections: u32) -> Result<Pools, Error> {
    let (options, direct) = (with_schema(url)?, with_schema(direct)?);
    migrate(&direct).await?;
    let options = options.options([
        ("statement_timeout", PATIENCE_OF_SERVER),
        ("idle_in_transaction_session_timeout", PATIENCE_WITH_NODE),
    ]);
    let pool = |connections| PgPoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE);
    let writing = (connections / 2).max(1);
    let writers = pool(writing).connect_lazy_with(options.clone());
    let readers = pool(connections.saturating_sub(writing).max(1)).connect_with(options).await?;
    check_settings(&readers).await?;
    Ok(Pools { readers, writers, direct: Box::new(direct) })
}

/// Finds out whether connections are as they were asked for: a pooler may be told to leave that out, and has to see to it
/// itself then.
async fn check_settings(pool: &PgPool) -> Result<(), Error> {
    let settings = "SELECT current_setting('search_path'), current_setting('statement_timeout')";
    let (path, patience): (String, String) = in_time(sqlx::query_as(settings).fetch_one(pool)).await?;
    if path.split(',').next().map(str::trim) != Some(SCHEMA) {
        return Err(Error::Configuration(WITHOUT_SCHEMA.into()));
    }
    if patience == "0" {
        tracing::warn!(
            "connections to PostgreSQL come without statement_timeout: set it for the role, as docs/deploy.md says, or a \
             statement that nobody waits for any more goes on"
        );
    }
    Ok(())
}

/// Opens one connection, with all the time that it takes, and brings the tables up to date.
#[cfg(feature = "server")]
pub(super) async fn alone(url: &str) -> Result<PgConnection, Error> {
    let options = with_schema(url)?;
    migrate(&options).await?;
    in_time(options.connect()).await
}

fn with_schema(url: &str) -> Result<PgConnectOptions, Error> {
    Ok(PgConnectOptions::from_str(url)?.options([("search_path", SCHEMA)]))
}

/// Brings the tables up to date, all of it or nothing. Of many nodes that start at once one does, and the others wait for it.
/// A lock that were its connection's, and not its transaction's, a pooler would keep.
async fn migrate(options: &PgConnectOptions) -> Result<(), Error> {
    let mut own = in_time(options.connect()).await?;
    let mut connection = own.begin().await?;
    let lock = sqlx::query_as("SELECT pg_try_advisory_xact_lock($1)").bind(MIGRATION_LOCK);
    let (locked,): (bool,) = lock.fetch_one(&mut *connection).await?;
    if !locked {
        tracing::info!("another server brings the tables up to date: this one waits for it");
        let lock = sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(MIGRATION_LOCK);
        lock.execute(&mut *connection).await?;
    }
    // Whoever has made the schema already may lack the right to make one here.
    let known: Option<(i32,)> = sqlx::query_as("SELECT 1 FROM pg_namespace WHERE nspname = $1")
        .bind(SCHEMA)
        .fetch_optional(&mut *connection)
        .await?;
    if known.is_none() {
        connection.execute("CREATE SCHEMA magic_auth").await?;
    }
    let mut migrator = migrations::of_postgres();
    migrator.set_locking(false).run(&mut *connection).await?;
    connection.commit().await?;
    own.close().await
}

/// Waits for an answer, but not for ever.
pub(super) async fn in_time<T>(asked: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    by(Instant::now() + PATIENCE, asked).await
}

/// Waits for an answer until then.
pub(super) async fn by<T>(until: Instant, asked: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    timeout_at(until, asked).await.unwrap_or_else(|_| Err(Error::Io(io::ErrorKind::TimedOut.into())))
}

/// A connection that is lent for one statement, which shall be answered in time.
pub(super) struct Lent<'a> {
    connection: Connected<'a>,
    until: Instant,
    /// Whether its answer said that it is as good as before.
    whole: bool,
}

enum Connected<'a> {
    OfPool(PoolConnection<Postgres>),
    Of(&'a mut PgConnection),
}

impl<'a> Lent<'a> {
    pub(super) async fn of_pool(pool: &PgPool) -> Result<Self, Error> {
        let until = Instant::now() + PATIENCE;
        let connection = by(until, pool.acquire()).await?;
        Ok(Self { connection: Connected::OfPool(connection), until, whole: false })
    }

    pub(super) fn of(transaction: &'a mut Transaction) -> Self {
        Self { connection: Connected::Of(transaction.connection()), until: Instant::now() + PATIENCE, whole: false }
    }

    /// Returns when waiting ends.
    pub(super) fn until(&self) -> Instant {
        self.until
    }

    pub(super) fn connection(&mut self) -> &mut PgConnection {
        match &mut self.connection {
            Connected::OfPool(connection) => connection,
            Connected::Of(connection) => connection,
        }
    }

    /// Gives the connection back, if its answer says that it is as good as before.
    pub(super) fn give_back<T>(mut self, answer: Result<T, Error>) -> Result<T, Error> {
        self.whole = matches!(answer, Ok(_) | Err(Error::Database(_) | Error::RowNotFound));
        answer
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        // A transaction sees to its own.
        if let Connected::OfPool(connection) = &mut self.connection
            && !self.whole
        {
            connection.close_on_drop();
        }
    }
}

impl Pools {
    /// How many connections write.
    pub(super) fn writing(&self) -> usize {
        self.writers.options().get_max_connections() as usize
    }

    /// Begins a transaction.
    pub(super) async fn begin(&self) -> Result<Transaction, Error> {
        let begun = async {
            let mut transaction = Transaction { connection: self.writers.acquire().await?, open: true };
            transaction.connection().execute("BEGIN").await?;
            Ok(transaction)
        };
        in_time(begun).await
    }

    pub(super) async fn time(&self) -> Result<i64, Error> {
        let mut lent = Lent::of_pool(&self.readers).await?;
        let until = lent.until();
        let answer = by(until, sqlx::query_as(TIME).fetch_one(lent.connection())).await;
        lent.give_back(answer).map(|(time,)| time)
    }

    pub(super) async fn close(&self) {
        // One that does not answer any more is not waited for.
        let closed = async {
            self.readers.close().await;
            self.writers.close().await;
        };
        let _ = timeout(PATIENCE, closed).await;
    }
}

/// A transaction. Its connection goes back to its pool only when the database has confirmed that the transaction is over.
pub(super) struct Transaction {
    connection: PoolConnection<Postgres>,
    open: bool,
}

impl Transaction {
    pub(super) fn connection(&mut self) -> &mut PgConnection {
        &mut self.connection
    }

    /// Locks what has no row, by its hash, until the end of the transaction.
    pub(super) async fn lock(&mut self, hash: &[u8]) -> Result<(), Error> {
        let mut key = [0; 8];
        key.iter_mut().zip(hash).for_each(|(key, byte)| *key = *byte);
        let locked = sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(i64::from_be_bytes(key));
        in_time(locked.execute(self.connection())).await.map(|_| ())
    }

    /// Locks a number, unless somebody else holds it. Answers whether it is locked now.
    pub(super) async fn try_lock(&mut self, key: i64) -> Result<bool, Error> {
        let lock = sqlx::query_as("SELECT pg_try_advisory_xact_lock($1)").bind(key);
        let (locked,): (bool,) = in_time(lock.fetch_one(self.connection())).await?;
        Ok(locked)
    }

    /// Whether it has happened is not known after an error that is none of the database's.
    pub(super) async fn commit(self) -> Result<(), Error> {
        self.end("COMMIT").await
    }

    pub(super) async fn undo(self) -> Result<(), Error> {
        self.end("ROLLBACK").await
    }

    async fn end(mut self, how: &'static str) -> Result<(), Error> {
        in_time(self.connection.execute(how)).await?;
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
