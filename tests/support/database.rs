//! The server's database, looked at and meddled with from outside.

use sqlx::{AssertSqlSafe, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::path::PathBuf;

/// A database's file.
pub struct Database {
    file: PathBuf,
}

impl Database {
    pub fn at(file: PathBuf) -> Self {
        Self { file }
    }

    /// Where it is, as a setting says it.
    pub fn url(&self) -> String {
        format!("sqlite://{}", self.file.display())
    }

    /// A connection of one's own.
    pub async fn connect(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(&self.file);
        SqliteConnection::connect_with(&options).await.expect("the database")
    }

    /// The only number that this statement asks for.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let mut connection = self.connect().await;
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// The only texts that this statement asks for.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let mut connection = self.connect().await;
        let sql = AssertSqlSafe(sql.to_owned());
        sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap_or_else(|error| panic!("texts: {error}"))
    }

    /// The only text that this statement asks for.
    pub async fn text(&self, sql: &str) -> String {
        let texts = self.texts(sql).await;
        texts.into_iter().next().unwrap_or_else(|| panic!("nothing: {sql}"))
    }

    /// Runs statements.
    pub async fn run(&self, sql: &'static str) {
        let mut connection = self.connect().await;
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Every row of every table, as text.
    pub async fn dump(&self) -> Vec<String> {
        let mut connection = self.connect().await;
        let tables: Vec<String> =
            sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .fetch_all(&mut connection)
                .await
                .expect("tables");
        let mut dump = Vec::new();
        for table in tables {
            let columns: Vec<String> = sqlx::query_scalar("SELECT 'quote(' || name || ')' FROM pragma_table_info($1)")
                .bind(&table)
                .fetch_all(&mut connection)
                .await
                .expect("columns");
            let sql = format!("SELECT '{table}: ' || {} FROM {table} ORDER BY 1", columns.join(" || ' | ' || "));
            let rows: Vec<String> =
                sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await.expect("rows");
            dump.extend(rows);
        }
        dump
    }
}
