//! The log: one line for each thing that happened, whatever somebody else types into it.

use crate::support::{ADA, NO_FIELDS, Setup, Site};
use reqwest::Method;
use std::{
    io::{self, Write},
    sync::{Arc, LazyLock, Mutex},
};
use tracing::{
    Dispatch,
    subscriber::{DefaultGuard, NoSubscriber, set_default},
};
use tracing_subscriber::{Layer, filter::LevelFilter, fmt, layer::SubscriberExt, registry};

/// Where there is one log alone, whether a line is wanted is asked of the thread that comes by it first, and then never
/// again: that may be one of another test, which has none. Where there are two, both are asked.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::new()));

/// What this test's thread has logged; the server of a test runs on it.
#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).expect("text")
    }

    pub(super) fn start(json: bool) -> (Self, DefaultGuard) {
        LazyLock::force(&ANOTHER);
        let log = Self::default();
        let writer = log.clone();
        let lines = fmt::layer().with_ansi(false).with_writer(move || writer.clone());
        let lines =
            if json { lines.json().flatten_event(true).with_current_span(false).boxed() } else { lines.boxed() };
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

const FORGED: &str = "2026-11-22T14:05:00.000000Z  INFO leptos_magic_auth::security: event=\"authn_login_success\" email=\"eve@example.com\"";

/// An address that may be written to.
const FORGED_ADDRESS: &str = "event=authn_login_success@example.com";

/// A server that reads who its clients are from a header, and limits what they do.
async fn site() -> Site {
    Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await
}

/// Everything that a stranger may write, with a line of the log in it.
async fn write_lines(site: &Site) {
    let browser = site.browser();
    for forged in [format!("x\n{FORGED}"), format!("x\r\n{FORGED}"), format!("x\u{2028}{FORGED}\u{85}\u{1b}[2K")] {
        let email = format!("{forged}@example.com");
        browser.post("/api/magic_auth/request_log_in", &[("email", &email), ("return_to", &forged)]).await;
        browser.post("/api/magic_auth/log_in_with_code", &[("code", &forged)]).await;
        browser.post(&format!("/api/magic_auth/{}", percent(&forged)), NO_FIELDS).await;
        browser.get(&format!("/sessions/verify?token={}", percent(&forged))).await;
        let path = format!("/sessions/log_out?next={}", percent(&forged));
        browser.bare(Method::DELETE, &path).header("sec-fetch-site", "cross-site").send().await;
    }
    write_headers(site).await;
    write_paths(site).await;
    // What a limit refuses, too.
    for _ in 0..2 {
        site.browser().post("/api/magic_auth/request_log_in", &[("email", FORGED_ADDRESS)]).await;
    }
}

/// Headers can't hold line ends; tabs, quotes and bytes beyond ASCII they can.
async fn write_headers(site: &Site) {
    for odd in [format!("x\t{FORGED}\u{2028}\u{85}"), format!("{FORGED}\", \"event\":\"authn_login_success")] {
        let known = ["X-Forwarded-For", "User-Agent", "Referer", "Accept"].map(|name| format!("{name}: {odd}\r\n"));
        for (changed, status) in [("Origin", "403"), ("Sec-Fetch-Site", "403"), ("X", "")] {
            let head = format!("{}{changed}: {odd}\r\n", known.concat());
            let answer = post_as_written(site, "/api/magic_auth/request_log_in", &head).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{changed}: {answer}");
        }
    }
}

/// Quotes and bytes beyond ASCII that no browser would leave in a path.
async fn write_paths(site: &Site) {
    for path in [
        "/api/magic_auth/x\",\"event\":\"authn_login_success\",\"y\":\"",
        "/api/magic_auth/x\u{2028}\u{85}event=\"authn_login_success\"",
        "/api/magic_auth/x%0a2026-11-22T14:05:00.000000Z%1b[2K",
    ] {
        let answer = post_as_written(site, path, &format!("Sec-Fetch-Site: {FORGED}\r\n")).await;
        assert!(answer.starts_with("HTTP/1.1 403 "), "{path}: {answer}");
    }
}

/// Asks for an email at exactly this path, with exactly these headers.
async fn post_as_written(site: &Site, path: &str, headers: &str) -> String {
    let mut connection = site.connect().await;
    let form = format!("email={FORGED_ADDRESS}");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        site.address,
        form.len()
    );
    connection.send(head).await;
    connection.read_all().await
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn nobody_forges_a_line() {
    let (log, _guard) = Log::start(false);
    write_lines(&site().await).await;
    let text = log.text();
    for event in ["malicious_csrf", "excess_rate_limit_exceeded"] {
        assert!(text.contains(&format!("event=\"{event}\"")), "{event} in {text}");
    }
    for line in text.lines() {
        assert!(line.starts_with("20") && line.as_bytes()[10] == b'T', "begins with the time: {line:?}");
        let level = line.split_whitespace().nth(1);
        assert!(["ERROR", "WARN", "INFO", "DEBUG"].map(Some).contains(&level), "goes on with a level: {line:?}");
        assert!(!line.starts_with("2026-11-22T14:05:00.000000Z"), "{line:?}");
        assert!(!line.contains(['\u{1b}', '\r', '\u{2028}', '\u{85}']), "{line:?}");
        assert!(!line.contains("event=\"authn_login_success\""), "{line:?}");
    }
}

#[tokio::test]
async fn as_json_every_line_is_one_object() {
    let (log, _guard) = Log::start(true);
    write_lines(&site().await).await;
    let mut events = Vec::new();
    for line in log.text().lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(object.is_object() && object["timestamp"].is_string() && object["level"].is_string(), "{line}");
        assert_ne!(object["event"], "authn_login_success");
        events.extend(object["event"].as_str().map(str::to_owned));
    }
    for event in ["malicious_csrf", "excess_rate_limit_exceeded"] {
        assert!(events.iter().any(|noted| noted == event), "{event} in {events:?}");
    }
}

#[tokio::test]
async fn the_lines_of_one_request_share_an_id_and_say_which_it_was() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let session = browser.cookie("__Host-magic_auth").unwrap();
    browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    let spans = |event: &str| lines_of(&log, event).iter().map(|line| line["spans"][0].clone()).collect::<Vec<_>>();
    let (asked, out) = (&spans("authn_token_created")[0], &spans("session_logout")[0]);
    for (span, path) in [(asked, "/api/magic_auth/request_log_in"), (out, "/api/magic_auth/log_out_all")] {
        assert_eq!((&span["name"], &span["method"], &span["route"]), (&"request".into(), &"POST".into(), &path.into()));
        assert_eq!(span["id"].as_str().unwrap().len(), 16, "{span}");
    }
    assert_ne!(asked["id"], out["id"]);
    let created = &spans("user_created")[0];
    assert_eq!(created["id"], spans("authn_login_success")[0]["id"], "of one request");
    assert!(asked["session"].is_null(), "{asked}");
    assert_eq!(out["session"].as_str().unwrap().len(), 8, "{out}");
    assert!(!log.text().contains(&session), "no token");
}

#[tokio::test]
async fn what_a_client_writes_is_no_part_of_a_span() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    let browser = site.browser();
    let method = Method::from_bytes(b"EVENT").unwrap();
    browser.bare(method, "/nowhere/hunter2").header("origin", "http://evil.example").send().await;
    let line = &lines_of(&log, "malicious_csrf")[0];
    assert_eq!((&line["spans"][0]["method"], &line["spans"][0]["route"]), (&"other".into(), &"/{*unknown}".into()));
}

#[tokio::test]
async fn what_other_sites_try_is_noted_with_its_path_and_nothing_of_its_query() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let request =
        browser.bare(Method::POST, "/api/magic_auth/log_out?token=hunter2").header("sec-fetch-site", "cross-site");
    assert_eq!(request.form(NO_FIELDS).send().await.status, 403);
    let text = log.text();
    let line = text.lines().find(|line| line.contains("malicious_csrf")).expect("an event");
    assert!(line.contains("\"path\":\"/api/magic_auth/log_out\"") && line.contains("\"level\":\"WARN\""), "{line}");
    assert!(!text.contains("hunter2"), "{text}");
}

#[tokio::test]
async fn a_token_that_a_mangled_link_has_in_its_path_is_not_noted() {
    for path in ["/sessions/verify%3Ftoken=", "/sessions/verify/", "/elsewhere/"] {
        let (log, _guard) = Log::start(true);
        let site = Setup::new().start().await;
        let browser = site.browser();
        browser.ask(ADA).await;
        let message = site.message(ADA);
        let request = browser.bare(Method::POST, &format!("{path}{}", message.token()));
        assert_eq!(request.header("origin", "http://evil.example").form(NO_FIELDS).send().await.status, 403, "{path}");
        assert_eq!(lines_of(&log, "malicious_csrf").len(), 1);
        assert!(!log.text().contains(message.token()), "{}", log.text());
    }
}

#[tokio::test]
async fn what_other_sites_try_is_noted_once_for_a_form_and_once_for_a_socket() {
    let (log, _guard) = Log::start(true);
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let page = browser.load(&site).await;
    let noted = || log.text().lines().filter(|line| line.contains("\"event\":\"malicious_csrf\"")).count();
    assert_eq!(noted(), 0);
    let request = browser.bare(Method::POST, "/api/magic_auth/log_out").header("sec-fetch-site", "cross-site");
    assert_eq!(request.form(NO_FIELDS).send().await.status, 403);
    assert_eq!(noted(), 1);
    assert_eq!(page.refused(&browser, &[("origin", Some("http://evil.example"))]).await, 403);
    assert_eq!(noted(), 2);
    assert_eq!(page.refused(&browser, &[("origin", Some(&site.url))]).await, 101);
    assert_eq!(noted(), 2, "what is our own is not");
}

/// The lines of this event, as objects.
fn lines_of(log: &Log, event: &str) -> Vec<serde_json::Value> {
    let lines = log.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<serde_json::Value>>();
    lines.into_iter().filter(|line| line["event"] == event).collect()
}

/// Waits until the task has written that is woken by the clock.
async fn until_told(log: &Log, event: &str, count: usize) -> Vec<serde_json::Value> {
    let told = async {
        while lines_of(log, event).len() < count {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::support::seconds(10), told).await.expect("a line");
    lines_of(log, event)
}

#[tokio::test]
async fn what_one_client_is_refused_is_one_line_a_minute_with_a_count() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().start().await;
    let browser = site.browser();
    let ask = async |path: &str| {
        let request = browser.bare(Method::POST, path).header("origin", "http://evil.example");
        assert_eq!(request.form(NO_FIELDS).send().await.status, 403);
    };
    for number in 0..200 {
        ask(&format!("/api/magic_auth/{}/{number}", "x".repeat(5_000))).await;
    }
    let lines = lines_of(&log, "malicious_csrf");
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["count"], &lines[0]["client"]), (&1.into(), &"127.0.0.1".into()));
    assert!(lines[0].to_string().len() < 1_000, "{}", lines[0]);
    site.clock.advance(crate::support::minutes(1));
    let lines = until_told(&log, "malicious_csrf", 2).await;
    assert_eq!((lines.len(), &lines[1]["count"], &lines[1]["client"]), (2, &199.into(), &"127.0.0.1".into()));
    ask("/api/magic_auth/log_out").await;
    assert_eq!(lines_of(&log, "malicious_csrf").len(), 2, "a minute after that line");
    site.clock.advance(crate::support::minutes(1));
    assert_eq!(until_told(&log, "malicious_csrf", 3).await[2]["count"], 1);
}

#[tokio::test]
async fn the_same_holds_for_what_limits_refuse_and_each_client_has_its_line() {
    let (log, _guard) = Log::start(true);
    let site = site().await;
    let ask = async |client: &str| {
        let request = site.browser();
        let request = request.request(Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", client);
        request.form(&[("email", ADA)]).send().await.status
    };
    assert_eq!(ask("203.0.113.1").await, 303);
    for _ in 0..50 {
        for client in ["203.0.113.1", "203.0.113.2", "2001:db8::1", "2001:db8::2"] {
            assert_eq!(ask(client).await, 429);
        }
    }
    let lines = lines_of(&log, "excess_rate_limit_exceeded");
    let clients: Vec<_> = lines.iter().map(|line| line["client"].as_str().unwrap()).collect();
    assert_eq!(clients, ["203.0.113.1", "203.0.113.2", "2001:db8::1"], "the /64 is one client");
    site.clock.advance(crate::support::minutes(1));
    let lines = until_told(&log, "excess_rate_limit_exceeded", 6).await;
    assert_eq!(lines.iter().map(|line| line["count"].as_u64().unwrap()).sum::<u64>(), 200);
}

#[tokio::test]
async fn whatever_somebody_else_wrote_is_cut_to_two_hundred_bytes() {
    let (log, _guard) = Log::start(true);
    let site = Setup::new().set("--client-ip-source", "XRealIp").with_limits().start().await;
    let long = "ä".repeat(2_000);
    let head = |name: &str| format!("X-Real-IP: 203.0.113.9\r\n{name}: {long}\r\n");
    post_as_written(&site, &format!("/api/magic_auth/{long}"), "X-Real-IP: 203.0.113.1\r\nOrigin: http://x\r\n").await;
    post_as_written(&site, "/api/magic_auth/log_out", &head("Origin").replace(".9", ".2")).await;
    post_as_written(&site, "/api/magic_auth/log_out", &head("Sec-Fetch-Site").replace(".9", ".3")).await;
    post_as_written(&site, "/api/magic_auth/request_log_in", &format!("X-Real-IP: {long}\r\n")).await;
    post_as_written(&site, "/api/magic_auth/request_log_in", &head("User-Agent")).await;
    let text = log.text();
    assert!(text.contains("malicious_csrf") && text.contains("x-real-ip"), "{text}");
    for line in text.lines() {
        assert!(line.matches('ä').count() <= 100, "{line}");
        // The database library writes our own statements down, as long as they are.
        assert!(line.len() < 1_000 || line.contains("sqlx::query"), "{line}");
    }
    assert!(text.contains("ää"), "what is left is there");
}
