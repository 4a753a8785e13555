//! The server's database, looked at and meddled with from outside.
//!
//! The tests run on SQLite, and with `TEST_DATABASE=postgres` on a PostgreSQL of their own.

use super::postgres;
use sqlx::{
    AssertSqlSafe, ConnectOptions, PgConnection, SqlSafeStr, SqliteConnection, postgres::PgConnectOptions,
    sqlite::SqliteConnectOptions,
};
use std::{
    collections::BTreeSet,
    ops::Deref,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use tempfile::TempDir;

/// Whether the tests run on PostgreSQL.
pub fn on_postgres() -> bool {
    match std::env::var("TEST_DATABASE").as_deref() {
        Err(_) | Ok("sqlite") => false,
        Ok("postgres") => true,
        Ok(other) => panic!("TEST_DATABASE is {other}: write sqlite or postgres"),
    }
}

/// Databases of which a test has changed more than rows.
static CHANGED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What PostgreSQL's triggers call.
const FAILS: &str = "CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS
                         $$BEGIN RAISE EXCEPTION 'broken'; END$$";

/// A database.
#[derive(Clone)]
pub enum Database {
    /// In this file.
    Sqlite(PathBuf),
    /// At this URL.
    Postgres(String),
}

/// Nobody else writes while this is held.
pub struct Holder {
    connection: Connection,
}

enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Connection {
    async fn run(&mut self, sql: impl SqlSafeStr) {
        let sql = sql.into_sql_str();
        let ran = match self {
            Self::Sqlite(connection) => sqlx::raw_sql(sql.clone()).execute(connection).await.map(|_| ()),
            Self::Postgres(connection) => sqlx::raw_sql(sql.clone()).execute(connection).await.map(|_| ()),
        };
        ran.unwrap_or_else(|error| panic!("{}: {error}", sql.as_str()));
    }

    async fn texts(&mut self, sql: impl SqlSafeStr) -> Vec<String> {
        let sql = sql.into_sql_str();
        let texts = match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql.clone()).fetch_all(connection).await,
            Self::Postgres(connection) => sqlx::query_scalar(sql.clone()).fetch_all(connection).await,
        };
        texts.unwrap_or_else(|error| panic!("{}: {error}", sql.as_str()))
    }
}

impl Database {
    /// The one at this URL.
    pub fn at(url: &str) -> Self {
        match url.strip_prefix("sqlite://") {
            Some(file) => Self::Sqlite(file.into()),
            None => Self::Postgres(url.to_owned()),
        }
    }

    /// Where it is.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => format!("sqlite://{}", file.display()),
            Self::Postgres(url) => url.clone(),
        }
    }

    async fn connect(&self) -> Connection {
        match self {
            Self::Sqlite(file) => {
                let options = SqliteConnectOptions::new().filename(file);
                Connection::Sqlite(options.connect().await.expect("the database"))
            }
            Self::Postgres(url) => {
                let options = url.parse::<PgConnectOptions>().expect("a URL").options([("search_path", "magic_auth")]);
                Connection::Postgres(options.connect().await.expect("the database"))
            }
        }
    }

    /// The only number that this statement asks for.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = format!("SELECT CAST(CAST(({sql}) AS BIGINT) AS TEXT)");
        self.connect().await.texts(AssertSqlSafe(sql)).await[0].parse().expect("a number")
    }

    /// Whether a test has changed more than rows.
    fn is_changed(&self) -> bool {
        CHANGED.lock().unwrap_or_else(PoisonError::into_inner).contains(&self.url())
    }

    /// Runs statements. In both databases `randomblob(16)` is a new id and `randomblob(32)` a new hash.
    pub async fn run(&self, sql: &str) {
        if ["CREATE", "ALTER", "DROP"].iter().any(|change| sql.contains(change)) {
            CHANGED.lock().unwrap_or_else(PoisonError::into_inner).insert(self.url());
        }
        let sql = match self {
            Self::Sqlite(_) => sql.to_owned(),
            Self::Postgres(_) => sql
                .replace("randomblob(16)", "gen_random_uuid()")
                .replace("randomblob(32)", "sha256(gen_random_uuid()::text::bytea)"),
        };
        self.connect().await.run(AssertSqlSafe(sql)).await;
    }

    /// Lets this kind of change to a table fail, such as `INSERT` or `UPDATE`, until it is mended.
    pub async fn break_writes(&self, change: &str, table: &str) {
        let fails = match self {
            Self::Sqlite(_) => "BEGIN SELECT RAISE(ABORT, 'broken'); END",
            Self::Postgres(_) => "FOR EACH ROW EXECUTE FUNCTION fails()",
        };
        self.break_with(&format!("BEFORE {change} ON {table}"), fails).await;
    }

    /// Lets each commit fail that stores an event: a promise is not kept that is looked at when all is done.
    pub async fn break_commits(&self) {
        match self {
            Self::Sqlite(_) => {
                self.run(
                    "CREATE TABLE trap (user BLOB REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED);
                     CREATE TRIGGER broken AFTER INSERT ON events BEGIN INSERT INTO trap VALUES (x'00'); END",
                )
                .await;
            }
            Self::Postgres(_) => {
                self.run(FAILS).await;
                self.run(
                    "CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
                         FOR EACH ROW EXECUTE FUNCTION fails()",
                )
                .await;
            }
        }
    }

    async fn break_with(&self, on: &str, fails: &str) {
        if let Self::Postgres(_) = self {
            self.run(FAILS).await;
        }
        self.run(&format!("CREATE TRIGGER broken {on} {fails}")).await;
    }

    /// Lets it work again.
    pub async fn mend(&self) {
        match self {
            Self::Sqlite(_) => self.run("DROP TRIGGER broken; DROP TABLE IF EXISTS trap").await,
            Self::Postgres(_) => self.run("DROP FUNCTION fails() CASCADE").await,
        }
        CHANGED.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.url());
    }

    /// Lets nobody write until it is let go: with SQLite a transaction that writes, with PostgreSQL a lock of every table.
    pub async fn hold(&self) -> Holder {
        let mut connection = self.connect().await;
        match self {
            Self::Sqlite(_) => connection.run("BEGIN IMMEDIATE").await,
            Self::Postgres(_) => {
                let tables = self.tables(&mut connection).await.join(", ");
                connection.run(AssertSqlSafe(format!("BEGIN; LOCK TABLE {tables} IN EXCLUSIVE MODE"))).await;
            }
        }
        Holder { connection }
    }

    /// Lets nobody come further than to the end of what they write: with SQLite not even to its beginning.
    pub async fn hold_ends(&self) -> Holder {
        let mut connection = self.connect().await;
        match self {
            Self::Sqlite(_) => connection.run("BEGIN IMMEDIATE").await,
            Self::Postgres(_) => connection.run("BEGIN; LOCK TABLE events IN EXCLUSIVE MODE").await,
        }
        Holder { connection }
    }

    async fn tables(&self, connection: &mut Connection) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
            Self::Postgres(_) => {
                "SELECT tablename::text FROM pg_tables WHERE schemaname = 'magic_auth' ORDER BY tablename"
            }
        };
        connection.texts(sql).await
    }

    /// Every column, with its table before it.
    pub async fn columns(&self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => {
                "SELECT tables.name || '.' || columns.name
                 FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
            }
            Self::Postgres(_) => {
                "SELECT table_name || '.' || column_name FROM information_schema.columns
                 WHERE table_schema = 'magic_auth'"
            }
        };
        let mut columns = self.connect().await.texts(sql).await;
        columns.sort();
        columns
    }

    /// Every row of every table, as text.
    pub async fn dump(&self) -> Vec<String> {
        let mut connection = self.connect().await;
        let mut dump = Vec::new();
        for table in self.tables(&mut connection).await {
            let columns = match self {
                Self::Sqlite(_) => format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"),
                Self::Postgres(_) => format!(
                    "SELECT 'quote_nullable(' || column_name || '::text)' FROM information_schema.columns
                     WHERE table_schema = 'magic_auth' AND table_name = '{table}' ORDER BY ordinal_position"
                ),
            };
            let row = connection.texts(AssertSqlSafe(columns)).await.join(" || ' | ' || ");
            let sql = format!("SELECT '{table}: ' || {row} FROM {table} ORDER BY 1");
            dump.extend(connection.texts(AssertSqlSafe(sql)).await);
        }
        dump
    }
}

impl Holder {
    /// Lets others write again.
    pub async fn let_go(mut self) {
        self.connection.run("COMMIT").await;
    }
}

/// A database that goes with its test.
pub struct OwnDatabase {
    database: Database,
    _folder: Option<TempDir>,
}

impl OwnDatabase {
    /// A new one.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut own = Self::new_in(folder.path()).await;
        own._folder = Some(folder);
        own
    }

    /// A new one without tables.
    pub async fn bare() -> Self {
        Self { database: Database::Postgres(postgres::bare_database().await), _folder: None }
    }

    /// A new one; SQLite's is in this folder.
    pub async fn new_in(folder: &Path) -> Self {
        let database = match on_postgres() {
            true => Database::Postgres(postgres::new_database().await),
            false => Database::Sqlite(folder.join("magic-auth.db")),
        };
        Self { database, _folder: None }
    }
}

impl Deref for OwnDatabase {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        // One whose tables a test has changed is nobody's any more.
        if let Database::Postgres(url) = &self.database
            && !self.database.is_changed()
        {
            postgres::leave(url);
        }
    }
}
