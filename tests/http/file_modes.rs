//! Who may read the database's files.

#![cfg(unix)]

use crate::support::{ADA, Setup, Site, seconds};
use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
    process::{Output, Stdio},
};
use tokio::{process::Command, time::timeout};

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).mode() & 0o777
}

#[tokio::test]
async fn a_new_database_is_its_owners_alone_with_all_that_is_written_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("magic-auth.db").display());
    let site = Setup::new().set("--database-url", &url).start().await;
    site.browser().log_in(&site, ADA).await;
    for name in ["magic-auth.db", "magic-auth.db-wal", "magic-auth.db-shm"] {
        assert_eq!(mode(&folder.path().join(name)), 0o600, "{name}");
    }
}

#[tokio::test]
async fn so_it_is_whatever_the_umask_and_however_the_address_is_written() {
    for query in ["", "?mode=rwc"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("my notes.db");
        let url = format!("sqlite://{}{query}", file.display().to_string().replace(' ', "%20"));
        let site = Setup::new().set("--database-url", &url).start().await;
        site.browser().ask(ADA).await;
        assert_eq!(mode(&file), 0o600, "{url}");
    }
}

/// Runs the program on this database until it fails to open its port: what it has said until then.
async fn log_of(database: &Path) -> String {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_magic-auth"));
    program.env_clear().env("DATABASE_URL", format!("sqlite://{}", database.display()));
    program.env("LEPTOS_SITE_ADDR", taken.local_addr().unwrap().to_string()).stdin(Stdio::null()).kill_on_drop(true);
    program.current_dir(database.parent().unwrap());
    let Output { status, stderr, .. } = timeout(seconds(30), program.output()).await.expect("an end").unwrap();
    assert_eq!(status.code(), Some(2));
    String::from_utf8(stderr).unwrap()
}

#[tokio::test]
async fn one_that_others_can_read_is_named_in_the_log_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("magic-auth.db");
    assert!(!log_of(&file).await.contains("chmod"), "a new one is private");
    assert_eq!(mode(&file), 0o600);
    for open in [0o644, 0o640, 0o604, 0o666, 0o620] {
        fs::set_permissions(&file, fs::Permissions::from_mode(open)).unwrap();
        let log = log_of(&file).await;
        let line = log.lines().find(|line| line.contains("chmod 600")).unwrap_or_else(|| panic!("{open:o}: {log}"));
        assert!(line.contains(&file.display().to_string()) && line.contains("WARN"), "{line}");
        assert!(line.contains(&format!("{open:o}")), "{line}");
        assert_eq!(mode(&file), open, "somebody may have meant it so");
    }
    for left in fs::read_dir(folder.path()).unwrap() {
        fs::set_permissions(left.unwrap().path(), fs::Permissions::from_mode(0o600)).unwrap();
    }
    assert!(!log_of(&file).await.contains("chmod"));
    let running = Setup::new().set("--database-url", &format!("sqlite://{}", file.display())).start().await;
    running.browser().ask(ADA).await;
    let beside = folder.path().join("magic-auth.db-wal");
    fs::set_permissions(&beside, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(log_of(&file).await.contains("magic-auth.db-wal"), "what stands beside it holds the newest of it");
}

#[tokio::test]
async fn a_database_in_memory_makes_no_file() {
    let before: Vec<_> = fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name()).collect();
    let site = Setup::new().set("--database-url", "sqlite::memory:").start().await;
    assert_eq!(site.browser().get("/healthz").await.status, 200);
    let after: Vec<_> = fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(before, after);
}

#[tokio::test]
async fn a_file_that_is_there_keeps_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("kept.db").display());
    let start = async || -> Site { Setup::new().set("--database-url", &url).start().await };
    let mut site = start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.tell_to_stop();
    site.stopped().await;
    let site = start().await;
    let again = site.browser();
    again.set_cookie(crate::support::SESSION, &browser.cookie(crate::support::SESSION).unwrap());
    assert!(again.is_logged_in().await);
}
