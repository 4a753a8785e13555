//! The tables: the same in both databases, and made once by however many servers start at once.

use crate::support::{Database, OwnDatabase, is_for_postgres};
use leptos_magic_auth::internals::store::Store;
use std::{fs, thread};

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    if !is_for_postgres("SQLite's tables are what they are compared with") {
        return;
    }
    let (folder, database) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await);
    let file = Database::Sqlite(folder.path().join("magic-auth.db"));
    Store::open(&file.url()).await.unwrap().close().await;
    let ours = async |database: &Database| {
        let columns =
            database.columns().await.into_iter().filter(|column| !column.starts_with("magic_auth_migrations"));
        columns.collect::<Vec<_>>()
    };
    let columns = ours(&file).await;
    assert!(columns.len() > 80, "{columns:?}");
    assert_eq!(columns, ours(&database).await);
}

#[tokio::test]
async fn of_ten_servers_that_start_at_once_one_makes_the_tables() {
    if !is_for_postgres("SQLite has one server") {
        return;
    }
    let database = OwnDatabase::bare().await;
    let start = |url: String| {
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { Store::open(&url).await.map(|_| ()) })
        })
    };
    let starting: Vec<_> = (0..10).map(|_| start(database.url())).collect();
    for started in starting {
        started.join().unwrap().unwrap();
    }
    let made = database.number("SELECT COUNT(*) FROM magic_auth_migrations").await;
    assert_eq!(made, i64::try_from(fs::read_dir("migrations/postgres").unwrap().count()).unwrap());
}
