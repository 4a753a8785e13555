//! An installation that moves from SQLite to PostgreSQL: everything goes along, and there are never two of it.

use crate::support::{ADA, CHALLENGE, Database, EVE, OwnDatabase, SESSION, SetClock, Setup, is_for_postgres};
use std::{path::Path, process::Output};
use tokio::process::Command;

const GRACE: &str = "grace@example.com";

/// So many that they are copied in several pieces.
const MANY: &str = "
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 2500)
    INSERT INTO magic_auth_devices (token_hash, email, first_seen_at, last_seen_at)
        SELECT randomblob(32), 'person' || (n / 3) || '@example.com', n, n FROM counted";

async fn copy(from: &Database, to: &Database) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_magic-auth"));
    program.args(["copy", "--from", &from.url(), "--to", &to.url()]).env_clear().output().await.expect("it runs")
}

fn told(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn file_in(folder: &Path) -> Database {
    Database::Sqlite(folder.join("magic-auth.db"))
}

#[tokio::test]
async fn it_moves_with_every_row_and_sessions_challenges_and_changes_go_on() {
    if !is_for_postgres("PostgreSQL is where it moves to") {
        return;
    }
    let (folder, target, clock) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await, SetClock::new());
    let source = file_in(folder.path());
    let start = |url: String| Setup::new().clock(&clock).set("--database-url", &url).start();
    let mut site = start(source.url()).await;
    let (ada, eve, grace) = (site.browser(), site.browser(), site.browser());
    grace.log_in(&site, GRACE).await;
    grace.change_email("later@example.com").await;
    let undo = site.message(GRACE);
    ada.log_in(&site, ADA).await;
    eve.ask(EVE).await;
    let code = site.message(EVE).code;
    source.run(MANY).await;

    let running = told(&copy(&source, &target).await);
    assert!(running.0 == Some(2) && running.1.contains("No server may run on it"), "{running:?}");
    assert_eq!(target.number("SELECT COUNT(*) FROM magic_auth_users").await, 0);
    site.tell_to_stop();
    site.stopped().await;

    let moved = copy(&source, &target).await;
    assert_eq!(moved.status.code(), Some(0), "{moved:?}");
    let printed = String::from_utf8(moved.stdout).unwrap();
    for table in source.tables_of_ours().await {
        let count = format!("SELECT COUNT(*) FROM {table}");
        let rows = source.number(&count).await;
        assert_eq!(target.number(&count).await, rows, "{table}");
        let line = printed.lines().find(|line| line.ends_with(&format!(" {table}"))).expect("a line for each table");
        assert_eq!(line.trim(), format!("{rows} {table}"));
    }
    assert_eq!(target.number("SELECT COUNT(*) FROM magic_auth_devices").await, 2_502);

    let site = start(target.url()).await;
    let (ada_there, eve_there) = (site.browser(), site.browser());
    ada_there.set_cookie(SESSION, &ada.cookie(SESSION).unwrap());
    assert_eq!(ada_there.logged_in_as().await.as_deref(), Some(ADA));
    eve_there.set_cookie(CHALLENGE, &eve.cookie(CHALLENGE).unwrap());
    assert!(eve_there.type_code(&code).await.logs_in());
    let undone = site.browser().undo_by(&undo).await;
    assert!(undone.location().contains("undone"), "{undone:?}");
}

#[tokio::test]
async fn no_server_starts_on_what_was_moved_and_nothing_moves_twice() {
    if !is_for_postgres("PostgreSQL is where it moves to") {
        return;
    }
    let (folder, target) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await);
    let source = file_in(folder.path());
    let mut site = Setup::new().set("--database-url", &source.url()).start().await;
    site.browser().log_in(&site, ADA).await;
    site.tell_to_stop();
    site.stopped().await;
    assert_eq!(copy(&source, &target).await.status.code(), Some(0));

    let fault = Setup::new().set("--database-url", &source.url()).fault().await;
    assert!(fault.contains("DATABASE_URL") && fault.contains("moved"), "{fault}");
    let elsewhere = OwnDatabase::new().await;
    let again = told(&copy(&source, &elsewhere).await);
    assert!(again.0 == Some(2) && again.1.contains("moved"), "{again:?}");
}

#[tokio::test]
async fn a_target_that_has_rows_is_refused_and_the_source_stays_as_it_was() {
    if !is_for_postgres("PostgreSQL is where it moves to") {
        return;
    }
    let (folder, target) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await);
    let source = file_in(folder.path());
    let start = || Setup::new().set("--database-url", &source.url()).start();
    let mut site = start().await;
    site.browser().log_in(&site, ADA).await;
    site.tell_to_stop();
    site.stopped().await;
    target.run("INSERT INTO magic_auth_limits VALUES ('somebody was here', 1)").await;
    let (before, theirs) = (source.dump().await, target.dump().await);
    let refused = told(&copy(&source, &target).await);
    assert!(refused.0 == Some(2) && refused.1.contains("limits"), "{refused:?}");
    assert_eq!((source.dump().await, target.dump().await), (before, theirs));
    let site = start().await;
    site.browser().log_in(&site, ADA).await;
}

#[tokio::test]
async fn only_from_sqlite_to_postgres_and_from_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (missing, other) = (file_in(folder.path()), Database::at("postgres://hunter2@127.0.0.1:1/none"));
    for (from, to) in [(&other, &missing), (&missing, &missing), (&other, &other), (&missing, &other)] {
        let (code, error) = told(&copy(from, to).await);
        assert_eq!((code, error.lines().count()), (Some(2), 1), "{error}");
        assert!(error.starts_with("magic-auth: ") && !error.contains("hunter2"), "{error}");
    }
    assert!(!folder.path().join("magic-auth.db").exists(), "nothing is made of a source that is missing");
    let lonely = Command::new(env!("CARGO_BIN_EXE_magic-auth")).args(["copy", "--from", "x"]).output().await.unwrap();
    assert_eq!(told(&lonely), (Some(2), "magic-auth: TO is missing; see --help\n".to_owned()));
}
