//! What must never be written down: codes, links' tokens, session tokens and browsers' secrets are neither in the
//! database's files nor in the log at its most talkative.
//!
//! A test program of its own, because the log that it captures is that of the whole process.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

#[allow(dead_code, unused_imports, reason = "the other tests need more of it")]
mod support;

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD},
};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{self, Write},
    sync::{Arc, Mutex, OnceLock},
};
use support::{ADA, CHALLENGE, EVE, LINK, MAILBOX_KEY, NO_FIELDS, SESSION, Setup, Site, seconds};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};
use tracing::Level;

/// The log of this process.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Starts it, at every level, for everything.
    fn start() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        let start = || {
            let log = Log::default();
            let writer = log.clone();
            tracing_subscriber::fmt().with_max_level(Level::TRACE).with_writer(move || writer.clone()).init();
            log
        };
        LOG.get_or_init(start).clone()
    }

    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Something secret, by name, in every form in which it could be written.
struct Secret {
    name: String,
    forms: Vec<Vec<u8>>,
}

impl Secret {
    /// 32 bytes that were handed out in base64url.
    fn token(name: &str, text: &str) -> Self {
        let bytes = URL_SAFE_NO_PAD.decode(text).unwrap();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let list = |separator: &str| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(separator);
        let base64 = STANDARD.encode(&bytes);
        let texts = [text.to_owned(), URL_SAFE.encode(&bytes), base64.trim_end_matches('=').to_owned(), base64];
        let lists = [hex.to_uppercase(), hex, list(", "), list(",")];
        let forms = texts.into_iter().chain(lists).map(String::into_bytes).chain([bytes]).collect();
        Self { name: name.to_owned(), forms }
    }

    /// A code. Its plain hash is as good as the code itself: there are few enough to try them all.
    fn code(name: &str, digits: &str) -> Self {
        let (first, second) = digits.split_at(digits.len().div_ceil(2));
        let hash = Sha256::digest(digits);
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let texts =
            [digits.to_owned(), format!("{first} {second}"), format!("{first}-{second}"), STANDARD.encode(digits), hex];
        let forms = texts.map(String::into_bytes).into_iter().chain([hash.to_vec()]).collect();
        Self { name: name.to_owned(), forms }
    }

    /// The key of the mailbox, which is no random bytes here.
    fn key() -> Self {
        Self { name: "the mailbox's key".to_owned(), forms: vec![MAILBOX_KEY.as_bytes().to_vec()] }
    }

    fn is_in(&self, bytes: &[u8]) -> bool {
        self.forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form))
    }
}

/// All that the database has written: the file itself and what waits beside it.
fn files_of(site: &Site) -> Vec<u8> {
    let names = ["magic-auth.db", "magic-auth.db-wal", "magic-auth.db-shm"];
    let files: Vec<_> = names.iter().filter_map(|name| fs::read(site.folder().join(name)).ok()).collect();
    assert!(files.len() >= 2, "the database and what waits beside it");
    files.concat()
}

fn assert_nowhere(secrets: &[Secret], places: &[(&str, &[u8])]) {
    for secret in secrets {
        for (place, bytes) in places {
            assert!(!secret.is_in(bytes), "{} is in {place}", secret.name);
        }
    }
}

/// Ten digits, so that no number of the log is one by chance.
async fn site_with_long_codes() -> Site {
    Setup::new().set("--code-digits", "10").start().await
}

#[tokio::test]
async fn nothing_secret_is_in_the_database_or_the_log() {
    let log = Log::start();
    let site = site_with_long_codes().await;
    let (browser, other) = (site.browser(), site.browser());
    let mut secrets = Vec::new();

    // By code, with a wrong one and another email before.
    browser.ask(ADA).await;
    let first = site.message(ADA);
    browser.type_code(&first.wrong_code()).await;
    site.clock.advance(seconds(30));
    browser.resend().await;
    let second = site.message(ADA);
    secrets.push(Secret::token("a browser's secret", &browser.cookie(CHALLENGE).unwrap()));
    browser.visit(&second.path).await;
    assert_eq!(browser.cookie(LINK).as_deref(), Some(second.token()));
    assert!(browser.type_code(&second.code).await.logs_in());
    secrets.push(Secret::token("a session's token", &browser.cookie(SESSION).unwrap()));
    browser.visit("/account").await;
    secrets.push(Secret::key());
    browser.visit(&format!("/dev/mailbox?key={MAILBOX_KEY}")).await;
    browser.get("/dev/mailbox.json").await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;

    // By link, in the browser that asked and in another one.
    for elsewhere in [false, true] {
        let asking = site.browser();
        asking.ask(EVE).await;
        let message = site.message(EVE);
        secrets.push(Secret::token("a browser's secret", &asking.cookie(CHALLENGE).unwrap()));
        let user = if elsewhere { &other } else { &asking };
        user.visit(&message.path).await;
        user.click_link_with(&message.wrong_code()).await;
        if elsewhere {
            assert!(user.click_link_with(&message.code).await.logs_in());
        }
        secrets.push(Secret::token("a session's token", &user.cookie(SESSION).unwrap()));
        secrets.push(Secret::token("a link's token", message.token()));
        secrets.push(Secret::code("a code", &message.code));
    }
    for message in [first, second] {
        secrets.push(Secret::token("a link's token", message.token()));
        secrets.push(Secret::code("a code", &message.code));
        secrets.push(Secret::code("a wrong code", &message.wrong_code()));
    }

    // While the database is away, too, for then errors are logged.
    site.database.run("ALTER TABLE magic_auth_sessions RENAME TO sessions_away").await;
    assert_eq!(other.get("/account").await.status, 503);
    site.database.run("ALTER TABLE sessions_away RENAME TO magic_auth_sessions").await;

    let (files, log) = (files_of(&site), log.bytes());
    assert_nowhere(&secrets, &[("the database", &files), ("the log", &log)]);
    let log = String::from_utf8_lossy(&log);
    for words in ["authn_login_success", "authn_login_fail", "session_logout", "TRACE", "sqlx", ADA] {
        assert!(log.contains(words), "the log was there to be searched: {words}");
    }
    assert!(!log.contains("verify?token="), "no whole link either");
}

#[tokio::test]
async fn an_email_on_its_way_to_a_mail_server_is_not_logged() {
    let log = Log::start();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = format!("smtp://ada:hunter2@{}", listener.local_addr().unwrap());
    let mail = tokio::spawn(take_one_mail(listener));
    let setup = Setup::new().set("--code-digits", "10").set("--smtp-url", &smtp);
    let site = setup.set("--mail-from", "Notes <notes@localhost>").start().await;
    assert_eq!(site.browser().ask(ADA).await.heading(), "Check your email");

    let mail = mail.await.unwrap().replace("=\r\n", "").replace("=3D", "=");
    let code: String = mail.lines().find_map(ten_digits).expect("a code in the mail");
    let token = mail.split_once("?token=").expect("a link in the mail").1;
    let secrets = [Secret::code("the code", &code), Secret::token("the link's token", &token[..43])];
    let log = log.bytes();
    assert_nowhere(&secrets, &[("the database", &files_of(&site)), ("the log", &log)]);
    assert!(!String::from_utf8_lossy(&log).contains("hunter2"), "nor the mail server's password");
}

/// The digits of a line that holds a code and nothing else.
fn ten_digits(line: &str) -> Option<String> {
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 10 && line.chars().all(|c| c.is_ascii_digit() || c == ' ')).then_some(digits)
}

/// A mail server for one email: says yes to everything, and hands over what came.
async fn take_one_mail(listener: TcpListener) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 localhost\r\n").await.unwrap();
    let (mut mail, mut in_data) = (String::new(), false);
    while let Some(line) = lines.next_line().await.unwrap() {
        let answer = match line.split(' ').next().unwrap_or_default() {
            _ if in_data && line != "." => {
                mail += &format!("{line}\r\n");
                continue;
            }
            "." => break,
            "EHLO" => "250-localhost\r\n250 AUTH PLAIN\r\n",
            "AUTH" => "235 welcome\r\n",
            "DATA" => "354 go on\r\n",
            _ => "250 yes\r\n",
        };
        in_data = answer.starts_with("354");
        writing.write_all(answer.as_bytes()).await.unwrap();
    }
    writing.write_all(b"250 taken\r\n").await.unwrap();
    mail
}

#[tokio::test]
async fn the_search_finds_what_is_there() {
    let log = Log::start();
    let site = site_with_long_codes().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let token = browser.cookie(SESSION).unwrap();
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(URL_SAFE_NO_PAD.decode(&token).unwrap()));
    assert!(Secret::token("a hash", &hash).is_in(&files_of(&site)), "what is stored is found in the files");

    let code = Secret::code("a planted code", "8675309421");
    let planted = Secret::token("a planted token", &URL_SAFE_NO_PAD.encode([7; 32]));
    assert!(!code.is_in(&files_of(&site)) && !planted.is_in(&log.bytes()));
    site.database.run("UPDATE magic_auth_users SET email = '8675309421@example.com'").await;
    tracing::trace!(token = ?[7; 32], "planted");
    assert!(code.is_in(&files_of(&site)) && planted.is_in(&log.bytes()));
}
