//! A SQLite file in which an application has tables of its own: theirs stay as they are, and how the file is kept too.

use leptos_magic_auth::MagicAuth;
use sqlx::{
    Connection, Executor, SqliteConnection,
    migrate::{Migration, MigrationType, Migrator},
};

/// The application's own tables, by the names that everybody gives them.
const THEIRS: &str = "
    CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
    CREATE TABLE sessions (id TEXT PRIMARY KEY);
    CREATE TABLE events (id TEXT PRIMARY KEY);
    CREATE INDEX sessions_by_user ON sessions (id);
    INSERT INTO users (name) VALUES ('Ada')";

fn migrations() -> Migrator {
    let first = Migration::new(1, "users".into(), MigrationType::Simple, sqlx::SqlSafeStr::into_sql_str(THEIRS), false);
    Migrator::with_migrations(vec![first])
}

async fn text(connection: &mut SqliteConnection, sql: &'static str) -> String {
    sqlx::query_scalar(sql).fetch_one(connection).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

#[tokio::test]
async fn an_application_has_tables_and_migrations_of_its_own_in_the_same_file() {
    for is_theirs_first in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.db");
        let url = format!("sqlite://{}", file.display());
        let theirs = async || {
            let mut connection = SqliteConnection::connect(&format!("{url}?mode=rwc")).await.unwrap();
            migrations().run(&mut connection).await.unwrap();
            connection
        };
        if is_theirs_first {
            theirs().await.close().await.unwrap();
            #[cfg(unix)]
            std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o640)).unwrap();
        }
        for _ in 0..2 {
            let auth = MagicAuth::builder().database_url(&url).build().await.unwrap();
            auth.health().await.unwrap();
            let mut connection = theirs().await;
            assert_eq!(text(&mut connection, "SELECT name FROM users").await, "Ada");
            let ours = "SELECT group_concat(name) FROM sqlite_schema
                        WHERE name NOT GLOB 'magic_auth_*' AND name NOT GLOB 'sqlite_*' ORDER BY name";
            let names = text(&mut connection, ours).await;
            let mut names: Vec<_> = names.split(',').collect();
            names.sort_unstable();
            assert_eq!(names, ["_sqlx_migrations", "events", "sessions", "sessions_by_user", "users"]);
            connection.execute("INSERT INTO sessions VALUES (hex(randomblob(8)))").await.unwrap();
        }
        if is_theirs_first {
            let mut connection = theirs().await;
            assert_eq!(text(&mut connection, "PRAGMA journal_mode").await, "delete", "as the application keeps it");
            #[cfg(unix)]
            assert_eq!(std::os::unix::fs::MetadataExt::mode(&file.metadata().unwrap()) & 0o777, 0o640);
        }
    }
}
