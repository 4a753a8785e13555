//! The server's database, looked at and meddled with from outside.
//!
//! The tests run on SQLite, and with `TEST_DATABASE=postgres` on a PostgreSQL of their own.

use super::postgres;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection as _, PgConnection, SqlSafeStr, SqliteConnection,
    postgres::PgConnectOptions, sqlite::SqliteConnectOptions,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

/// Whether the tests run on PostgreSQL.
pub fn on_postgres() -> bool {
    match std::env::var("TEST_DATABASE").as_deref() {
        Err(_) | Ok("sqlite") => false,
        Ok("postgres") => true,
        Ok(other) => panic!("TEST_DATABASE is {other}: write sqlite or postgres"),
    }
}

/// Whether to run a test that holds for PostgreSQL alone. Where it is left out, the output says so, and why.
pub fn is_for_postgres(why: &str) -> bool {
    on_postgres() || left_out("PostgreSQL", why)
}

/// Whether to run a test that holds for SQLite alone.
pub fn is_for_sqlite(why: &str) -> bool {
    !on_postgres() || left_out("SQLite", why)
}

fn left_out(only: &str, why: &str) -> bool {
    let (this, test) = (if on_postgres() { "PostgreSQL" } else { "SQLite" }, thread::current());
    // Not by a macro: what those print is shown of a test that fails, and of no other.
    let _ = writeln!(io::stderr(), "left out on {this}: {}, for {only} alone: {why}", test.name().unwrap_or("a test"));
    false
}

/// Databases of which a test has changed more than rows.
static CHANGED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

thread_local! {
    /// Connections that a test has opened, by the URL: PostgreSQL starts a process for each.
    static KEPT: RefCell<BTreeMap<String, PgConnection>> = const { RefCell::new(BTreeMap::new()) };
}

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

/// A connection that is kept for this test's next statement.
struct Borrowed {
    url: String,
    connection: Option<Connection>,
}

impl Deref for Borrowed {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a connection")
    }
}

impl DerefMut for Borrowed {
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("a connection")
    }
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        if let Some(Connection::Postgres(connection)) = self.connection.take()
            && !thread::panicking()
        {
            KEPT.with_borrow_mut(|kept| kept.insert(std::mem::take(&mut self.url), connection));
        }
    }
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

    /// Locks tables of PostgreSQL. Somebody who writes may have one of them already and want another: of two that wait for
    /// each other the database stops one, and then this is to begin again.
    async fn lock(&mut self, sql: &str) {
        let Self::Postgres(connection) = self else { return };
        while let Err(error) = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *connection).await {
            let code = error.as_database_error().and_then(|error| error.code().map(|code| code.into_owned()));
            assert_eq!(code.as_deref(), Some("40P01"), "{sql}: {error}");
            sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await.expect("an end");
        }
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

    /// A connection for a few statements, after which it is kept.
    async fn borrow(&self) -> Borrowed {
        let url = self.url();
        let kept = KEPT.with_borrow_mut(|kept| kept.remove(&url));
        if let Some(mut connection) = kept
            && connection.ping().await.is_ok()
        {
            return Borrowed { url, connection: Some(Connection::Postgres(connection)) };
        }
        Borrowed { url, connection: Some(self.connect().await) }
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
        self.borrow().await.texts(AssertSqlSafe(sql)).await[0].parse().expect("a number")
    }

    /// The only texts that this statement asks for.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        self.connect().await.texts(AssertSqlSafe(sql.to_owned())).await
    }

    /// The only text that this statement asks for.
    pub async fn text(&self, sql: &str) -> String {
        let texts = self.texts(sql).await;
        texts.into_iter().next().unwrap_or_else(|| panic!("nothing: {sql}"))
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
        self.borrow().await.run(AssertSqlSafe(sql)).await;
    }

    /// Lets this kind of change to a table fail, such as `INSERT` or `UPDATE`, until it is mended.
    pub async fn break_writes(&self, change: &str, table: &str) {
        let fails = match self {
            Self::Sqlite(_) => "BEGIN SELECT RAISE(ABORT, 'broken'); END",
            Self::Postgres(_) => "FOR EACH ROW EXECUTE FUNCTION fails()",
        };
        self.break_with(&format!("BEFORE {change} ON magic_auth_{table}"), fails).await;
    }

    /// Lets each commit fail that stores an event: a promise is not kept that is looked at when all is done.
    pub async fn break_commits(&self) {
        match self {
            Self::Sqlite(_) => {
                self.run(
                    "CREATE TABLE trap (user BLOB REFERENCES magic_auth_users (id) DEFERRABLE INITIALLY DEFERRED);
                     CREATE TRIGGER broken AFTER INSERT ON magic_auth_events BEGIN INSERT INTO trap VALUES (x'00'); END",
                )
                .await;
            }
            Self::Postgres(_) => {
                self.run(FAILS).await;
                self.run(
                    "CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON magic_auth_events DEFERRABLE INITIALLY DEFERRED
                         FOR EACH ROW EXECUTE FUNCTION fails()",
                )
                .await;
            }
        }
    }

    /// Writes down from now on which of these changes to tables happen.
    pub async fn note_changes(&self, changes: &[(&str, &str)]) {
        let mut sql = "CREATE TABLE noted (change TEXT);".to_owned();
        if let Self::Postgres(_) = self {
            sql.push_str(
                "CREATE FUNCTION notes() RETURNS trigger LANGUAGE plpgsql AS
                     $$BEGIN INSERT INTO noted VALUES (TG_OP || ' ' || TG_TABLE_NAME); RETURN COALESCE(NEW, OLD); END$$;",
            );
        }
        for (change, table) in changes {
            let notes = match self {
                Self::Sqlite(_) => format!("BEGIN INSERT INTO noted VALUES ('{change} {table}'); END"),
                Self::Postgres(_) => "FOR EACH ROW EXECUTE FUNCTION notes()".to_owned(),
            };
            sql.push_str(&format!(
                "CREATE TRIGGER notes_{change}_{table} BEFORE {change} ON magic_auth_{table} {notes};"
            ));
        }
        self.run(&sql).await;
    }

    /// Which have happened, as `INSERT users`.
    pub async fn noted_changes(&self) -> Vec<String> {
        self.borrow().await.texts("SELECT DISTINCT change FROM noted").await
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
                connection.lock(&format!("BEGIN; LOCK TABLE {tables} IN EXCLUSIVE MODE")).await;
            }
        }
        Holder { connection }
    }

    /// Lets nobody come further than to the end of what they write: with SQLite not even to its beginning.
    pub async fn hold_ends(&self) -> Holder {
        let mut connection = self.connect().await;
        match self {
            Self::Sqlite(_) => connection.run("BEGIN IMMEDIATE").await,
            Self::Postgres(_) => connection.run("BEGIN; LOCK TABLE magic_auth_events IN EXCLUSIVE MODE").await,
        }
        Holder { connection }
    }

    /// Lets nobody change a row of this table that is there now: with SQLite none of any table.
    pub async fn hold_rows(&self, table: &str) -> Holder {
        let mut connection = self.connect().await;
        match self {
            Self::Sqlite(_) => connection.run("BEGIN IMMEDIATE").await,
            Self::Postgres(_) => {
                connection.run(AssertSqlSafe(format!("BEGIN; SELECT FROM magic_auth_{table} FOR UPDATE"))).await;
            }
        }
        Holder { connection }
    }

    /// Waits until so many wait for a lock, where the database says so: SQLite does not.
    pub async fn until_blocked(&self, count: i64) {
        let waiting = "SELECT COUNT(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                       WHERE NOT granted AND datname = current_database()";
        let blocked = async {
            while matches!(self, Self::Postgres(_)) && self.number(waiting).await < count {
                sleep(Duration::from_millis(2)).await;
            }
        };
        timeout(Duration::from_secs(4), blocked).await.expect("they wait for a lock");
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

    /// The tables, without that of migrations.
    pub async fn tables_of_ours(&self) -> Vec<String> {
        let tables = self.tables(&mut *self.borrow().await).await.into_iter();
        tables.filter(|table| table != "magic_auth_migrations" && !table.starts_with("sqlite_")).collect()
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
        let mut columns = self.borrow().await.texts(sql).await;
        columns.sort();
        columns
    }

    /// Every row of every table, as text.
    pub async fn dump(&self) -> Vec<String> {
        let mut connection = self.borrow().await;
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
            let name = table.trim_start_matches("magic_auth_");
            let sql = format!("SELECT '{name}: ' || {row} FROM {table} ORDER BY 1");
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
