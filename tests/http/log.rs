//! The log: one line for each thing that happened, whatever somebody else types into it.

use crate::support::{ADA, NO_FIELDS, Setup, Site};
use reqwest::Method;
use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tracing::subscriber::{DefaultGuard, set_default};
use tracing_subscriber::{Layer, filter::LevelFilter, fmt, layer::SubscriberExt, registry};

/// What this test's thread has logged; the server of a test runs on it.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).expect("text")
    }

    fn start(json: bool) -> (Self, DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let lines = fmt::layer().with_ansi(false).with_writer(move || writer.clone());
        let lines = if json { lines.json().flatten_event(true).boxed() } else { lines.boxed() };
        let guard = set_default(registry().with(lines.with_filter(LevelFilter::DEBUG)));
        (log, guard)
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

const FORGED: &str =
    "2026-11-22T14:05:00.000000Z  INFO security: event=\"authn_login_success\" email=\"eve@example.com\"";

/// Everything that a stranger may write, with a line of the log in it.
async fn write_lines(site: &Site) {
    let browser = site.browser();
    for forged in [format!("x\n{FORGED}"), format!("x\r\n{FORGED}"), format!("x\u{2028}{FORGED}\u{85}\u{1b}[2K")] {
        let email = format!("{forged}@example.com");
        browser.post("/api/request_log_in", &[("email", &email), ("return_to", &forged)]).await;
        browser.post("/api/log_in_with_code", &[("code", &forged)]).await;
        browser.post(&format!("/api/{}", percent(&forged)), NO_FIELDS).await;
        browser.get(&format!("/sessions/verify?token={}", percent(&forged))).await;
        let path = format!("/sessions/log_out?next={}", percent(&forged));
        browser.bare(Method::DELETE, &path).header("sec-fetch-site", "cross-site").send().await;
    }
    // Headers can't hold line ends; tabs and bytes beyond ASCII they can.
    let odd = format!("x\t{FORGED}\u{2028}");
    let asking = browser.request(Method::POST, "/api/request_log_in");
    let asking = asking.header("x-forwarded-for", &odd).header("user-agent", &odd).header("referer", &odd);
    asking.form(&[("email", ADA)]).send().await;
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn nobody_forges_a_line() {
    let (log, _guard) = Log::start(false);
    let site = Setup::new().start().await;
    write_lines(&site).await;
    let text = log.text();
    assert!(text.contains("malicious_csrf"), "{text}");
    for line in text.lines() {
        assert!(line.starts_with("20") && line.as_bytes()[10] == b'T', "begins with the time: {line:?}");
        assert!(!line.starts_with("2026-11-22T14:05:00.000000Z"), "{line:?}");
        assert!(!line.contains(['\u{1b}', '\r', '\u{2028}', '\u{85}']), "{line:?}");
    }
    assert!(!text.contains("authn_login_success"), "{text}");
}

#[tokio::test]
async fn as_json_every_line_is_one_object() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    write_lines(&site).await;
    let text = log.text();
    assert!(text.contains("malicious_csrf"), "{text}");
    for line in text.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_ne!(object["event"], "authn_login_success");
    }
}

#[tokio::test]
async fn what_other_sites_try_is_noted_with_its_path_and_nothing_of_its_query() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let request = browser.bare(Method::POST, "/api/log_out?token=hunter2").header("sec-fetch-site", "cross-site");
    assert_eq!(request.form(NO_FIELDS).send().await.status, 403);
    let text = log.text();
    let line = text.lines().find(|line| line.contains("malicious_csrf")).expect("an event");
    assert!(line.contains("\"path\":\"/api/log_out\"") && line.contains("\"level\":\"WARN\""), "{line}");
    assert!(!text.contains("hunter2"), "{text}");
}
