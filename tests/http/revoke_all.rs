//! After a backup was restored: what it has brought back to life ends, by one command.

use crate::support::{ADA, EVE, NO_FIELDS, OwnDatabase, Program, on_postgres};
use std::{fs, process::Output};
use tokio::process::Command;

const GRACE: &str = "grace@example.com";

async fn revoke_all(url: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_magic-auth"));
    program.arg("revoke-all").env_clear().env("DATABASE_URL", url).output().await.expect("it runs")
}

fn told(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[tokio::test]
async fn sessions_challenges_changes_and_devices_that_a_backup_brings_back_end_and_all_else_stays() {
    let (folder, database) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await);
    let url = database.url();
    let start = async || Program::start(folder.path(), &[("DATABASE_URL", &url)]).await;
    let mut program = start().await;
    let (ada, grace) = (program.log_in(ADA).await, program.log_in(GRACE).await);
    assert_eq!(grace.change_email("later@example.com").await.status, 303);
    let code_of_later = program.code("later@example.com").await.unwrap();
    let eve = program.browser();
    eve.ask(EVE).await;
    let code_of_eve = program.code(EVE).await.unwrap();
    // Ended by time, and by her.
    let gone = program.log_in(ADA).await;
    gone.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let expired = program.log_in(ADA).await;
    let make_expired = "UPDATE magic_auth_sessions SET ends_at = 1 WHERE id = (SELECT id FROM magic_auth_sessions ORDER BY id DESC LIMIT 1)";
    database.run(make_expired).await;
    assert!(ada.is_logged_in().await && !expired.is_logged_in().await);

    if !on_postgres() {
        let running = told(&revoke_all(&url).await);
        assert!(running.0 == Some(2) && running.1.contains("no server may run"), "{running:?}");
        assert!(ada.is_logged_in().await);
        program.stop().await;
    }
    let output = revoke_all(&url).await;
    assert_eq!(told(&output), (Some(0), String::new()));
    let lines = ["        1 sessions", "        2 challenges", "        1 email changes", "        4 devices"];
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().collect::<Vec<_>>(), lines);
    // Servers on PostgreSQL go on meanwhile.
    if !on_postgres() {
        program = start().await;
    }

    let there = |browser: &crate::support::Browser| {
        let there = program.browser();
        browser.copy_cookies_to(&there);
        there
    };
    assert_eq!(
        there(&ada).get("/account").await.location(),
        "/sessions/log_in?notice=logged_out_everywhere&return_to=/account"
    );
    for (reason, count) in [("logged_out_everywhere", 1), ("logged_out", 1)] {
        let sql = format!("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_because = '{reason}'");
        assert_eq!(database.number(&sql).await, count, "{reason}: what has ended or expired stays so");
    }
    assert!(!there(&eve).type_code(&code_of_eve).await.logs_in());
    assert!(!there(&grace).type_code(&code_of_later).await.logs_in());
    assert_eq!(database.number("SELECT COUNT(*) FROM magic_auth_devices").await, 0);
    let moved = "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'later@example.com'";
    assert_eq!(database.number(moved).await, 0);

    let users = database.number("SELECT COUNT(*) FROM magic_auth_users").await;
    for email in [ADA, GRACE] {
        assert!(program.log_in(email).await.is_logged_in().await);
    }
    assert_eq!(database.number("SELECT COUNT(*) FROM magic_auth_users").await, users, "whoever was there is still");
    let again = revoke_all("sqlite:///nowhere/at/all.db").await;
    assert_eq!(told(&again).0, Some(2));
}

#[tokio::test]
async fn what_is_no_database_of_ours_is_refused_in_one_line_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite://{}", folder.path().join("magic-auth.db").display());
    for url in [missing.as_str(), "sqlite::memory:", "mysql://hunter2@db", "", "postgres://ada:hunter2@127.0.0.1:1/x"] {
        let (code, error) = told(&revoke_all(url).await);
        assert_eq!((code, error.lines().count()), (Some(2), 1), "{url}: {error}");
        assert!(error.starts_with("magic-auth: ") && !error.contains("hunter2"), "{url}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let mut bare = Command::new(env!("CARGO_BIN_EXE_magic-auth"));
    let bare = bare.arg("revoke-all").env_clear().current_dir(folder.path()).output().await.unwrap();
    assert_eq!(told(&bare), (Some(2), "magic-auth: DATABASE_URL is missing; see --help\n".to_owned()));
}
