//! A disk that is full for a while, for real: the program may make no file larger, and then it may again.

#![cfg(target_os = "linux")]

use crate::support::{ADA, NO_FIELDS, Program, seconds};
use reqwest::Method;
use std::fs;
use tokio::{process::Command, time::timeout};

/// Lets no file become larger than this from now on.
async fn let_files_grow_to(program: &Program, size: &str) {
    let (id, limit) = (program.id().to_string(), format!("--fsize={size}:unlimited"));
    assert!(Command::new("prlimit").args(["--pid", &id, &limit]).status().await.unwrap().success());
}

async fn health(program: &Program) -> u16 {
    program.browser().bare(Method::GET, "/healthz").send().await.status
}

#[tokio::test]
async fn while_it_is_full_people_read_and_are_told_and_as_soon_as_there_is_room_everything_works_again() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]).await;
    let (browser, thief) = (program.log_in(ADA).await, program.log_in(ADA).await);

    let written = fs::metadata(folder.path().join("magic-auth.db-wal")).unwrap().len();
    let_files_grow_to(&program, &written.to_string()).await;
    for _ in 0..3 {
        assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 503);
        assert_eq!(
            program.browser().post("/api/magic_auth/request_log_in", &[("email", "eve@example.com")]).await.status,
            503
        );
        assert_eq!(health(&program).await, 503);
        assert!(browser.is_logged_in().await, "what is there can be read");
    }

    let_files_grow_to(&program, "unlimited").await;
    assert_eq!(browser.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await.status, 303, "the first that tries");
    assert!(!thief.is_logged_in().await, "a stolen session is revoked");
    let healthy = async { while health(&program).await != 200 {} };
    timeout(seconds(5), healthy).await.expect("the answer is shared for a second");
    assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
    program.log_in("eve@example.com").await;
}
