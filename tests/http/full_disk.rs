//! A disk that is full for a while, for real: the program may make no file larger, and then it may again.

#![cfg(target_os = "linux")]

use crate::support::{ADA, Browser, MAILBOX_KEY, NO_FIELDS, seconds};
use reqwest::Method;
use std::{
    fs,
    net::{SocketAddr, TcpListener},
    process::Stdio,
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

struct Program {
    child: Child,
    address: SocketAddr,
    folder: TempDir,
}

impl Program {
    /// Starts it so that a file which must not grow is an error and not the end.
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut program = Command::new("sh");
        program.args(["-c", "trap '' XFSZ; exec \"$0\"", env!("CARGO_BIN_EXE_magic-auth")]);
        program.env("LEPTOS_SITE_ADDR", address.to_string()).env("PUBLIC_URL", format!("http://{address}"));
        program.env("MAILBOX_KEY", MAILBOX_KEY).env("DANGEROUSLY_WITHOUT_LIMITS", "true");
        program.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = program.kill_on_drop(true).spawn().unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
        loop {
            let line = timeout(seconds(30), told.next_line()).await.expect("a line").unwrap();
            if line.expect("it is ready before it ends").contains("Stop it with Ctrl-C") {
                return Self { child, address, folder };
            }
        }
    }

    fn browser(&self) -> Browser {
        Browser::new(&format!("http://{}", self.address), self.address, None)
    }

    async fn log_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser.ask(email).await;
        let path = format!("/dev/mailbox.json?key={MAILBOX_KEY}");
        let code = loop {
            let mailbox = self.browser().bare(Method::GET, &path).send().await;
            let messages: Vec<serde_json::Value> = serde_json::from_str(&mailbox.body).unwrap();
            let text =
                messages.iter().find(|message| message["to"] == email).map(|message| message["text"].to_string());
            if let Some(text) = text {
                let digits = |word: &&str| word.chars().filter(char::is_ascii_digit).count() == 6;
                let unspaced = text.replace(' ', "").replace("\\n", " ");
                break unspaced.split(' ').find(digits).expect("a code").to_owned();
            }
        };
        assert!(browser.type_code(&code).await.logs_in());
        browser
    }

    /// Lets no file become larger than this from now on.
    async fn let_files_grow_to(&self, size: &str) {
        let (pid, limit) = (self.child.id().unwrap().to_string(), format!("--fsize={size}:unlimited"));
        assert!(Command::new("prlimit").args(["--pid", &pid, &limit]).status().await.unwrap().success());
    }

    async fn health(&self) -> u16 {
        self.browser().bare(Method::GET, "/healthz").send().await.status
    }
}

#[tokio::test]
async fn while_it_is_full_people_read_and_are_told_and_as_soon_as_there_is_room_everything_works_again() {
    let program = Program::start().await;
    let (browser, thief) = (program.log_in(ADA).await, program.log_in(ADA).await);

    let written = fs::metadata(program.folder.path().join("magic-auth.db-wal")).unwrap().len();
    program.let_files_grow_to(&written.to_string()).await;
    for _ in 0..3 {
        assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 503);
        assert_eq!(
            program.browser().post("/api/magic_auth/request_log_in", &[("email", "eve@example.com")]).await.status,
            503
        );
        assert_eq!(program.health().await, 503);
        assert!(browser.is_logged_in().await, "what is there can be read");
    }

    program.let_files_grow_to("unlimited").await;
    assert_eq!(browser.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await.status, 303, "the first that tries");
    assert!(!thief.is_logged_in().await, "a stolen session is revoked");
    let healthy = async { while program.health().await != 200 {} };
    timeout(seconds(5), healthy).await.expect("the answer is shared for a second");
    assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
    program.log_in("eve@example.com").await;
}
