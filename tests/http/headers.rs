//! Headers of every kind of answer.

use crate::support::{ADA, Answer, Browser, MAILBOX_KEY, NO_FIELDS, Setup, Site, seconds};
use leptos_magic_auth::internals::auth::Random;
use reqwest::Method;
use tokio::time::timeout;

const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// A file whose name bears its hash.
const HASHED: &str = "/pkg/magic-auth.abc.css";

/// Answers, each with the status that it should have.
type Kinds = Vec<(u16, Answer)>;

/// One answer of every kind, from servers that are set up like this.
async fn every_kind(setup: impl Fn() -> Setup) -> Kinds {
    let site = setup().start().await;
    let mut kinds = of_pages(&site).await;
    kinds.extend(of_functions(&site).await);
    kinds.extend(of_files(&site).await);
    kinds.extend(of_sockets(&site).await);
    kinds.extend(of_what_is_not_there(&site).await);
    kinds.extend(of_a_database_that_is_away(&site).await);
    kinds.extend(of_hashed_files(&setup().hashes("js: abc\nwasm: abc\ncss: abc\n").start().await).await);
    kinds.extend(of_limits(&setup().with_limits().set("--codes-per-client", "1").start().await).await);
    let broken = Random::from_fn(|_| panic!("the generator is broken, as this test wants it"));
    kinds.extend(of_faults(&setup().random(broken).start().await).await);
    kinds
}

async fn of_pages(site: &Site) -> Kinds {
    let (browser, stranger, program) = (site.browser().with_mailbox_key(), site.browser(), site.browser());
    browser.log_in(site, ADA).await;
    let get = async |path| browser.get(path).await;
    vec![
        (200, get("/").await),
        (200, browser.request(Method::HEAD, "/").send().await),
        (200, get("/account").await),
        (303, get("/sessions/log_in").await),
        (200, stranger.get("/sessions/log_in").await),
        (303, stranger.get("/account").await),
        (401, program.bare(Method::GET, "/account").header("accept", "application/json").send().await),
        (303, stranger.get("/sessions/verify?token=x").await),
        (200, stranger.get("/sessions/verify").await),
        (200, program.bare(Method::GET, "/healthz").send().await),
        (200, get("/dev/mailbox").await),
        (200, get("/dev/mailbox.json").await),
        (303, get(&format!("/dev/mailbox?key={MAILBOX_KEY}")).await),
        (404, stranger.get("/dev/mailbox").await),
        (303, browser.request(Method::DELETE, "/sessions/log_out").send().await),
    ]
}

async fn of_functions(site: &Site) -> Kinds {
    let (browser, stranger, program) = (site.browser(), site.browser(), site.browser());
    browser.log_in(site, ADA).await;
    vec![
        (303, stranger.post("/api/magic_auth/request_log_in", &[("email", "stranger@example.com")]).await),
        (200, stranger.get("/sessions/password").await),
        (200, stranger.get("/sessions/waiting").await),
        (303, stranger.post("/api/magic_auth/log_in_with_code", &[("code", "x")]).await),
        (422, program.post_for_json("/api/magic_auth/log_in_with_code", &[("code", "x")]).await),
        (200, program.post_for_json("/api/magic_auth/request_log_in", &[("email", "program@example.com")]).await),
        (400, browser.post("/api/magic_auth/log_in_with_code", &[("code", "1"), ("code", "2")]).await),
        (403, browser.bare(Method::POST, "/api/magic_auth/log_out").form(NO_FIELDS).send().await),
        (413, browser.post("/api/magic_auth/log_in_with_code", &[("code", &"1".repeat(65_600))]).await),
        (415, browser.request(Method::POST, "/api/magic_auth/log_out").body("text/plain", "x").send().await),
    ]
}

async fn of_files(site: &Site) -> Kinds {
    let browser = site.browser();
    let file = async |name, value| browser.request(Method::GET, "/pkg/magic-auth.css").header(name, value).send().await;
    let whole = browser.get("/pkg/magic-auth.css").await;
    let since = whole.header("last-modified").unwrap().to_owned();
    vec![
        (200, browser.get("/favicon.svg").await),
        (200, whole),
        (206, file("range", "bytes=0-3").await),
        (416, file("range", "bytes=900000-").await),
        (304, file("if-modified-since", &since).await),
    ]
}

async fn of_hashed_files(site: &Site) -> Kinds {
    let browser = site.browser();
    vec![(200, browser.get(HASHED).await), (404, browser.get("/pkg/gone.abc.css").await)]
}

async fn of_sockets(site: &Site) -> Kinds {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    let session = browser.get("/account").await.live_session().expect("a live page");
    let path = format!("/sessions/live?session={session}");
    vec![
        (101, open_socket(&browser, &path, &site.url).await),
        (403, open_socket(&browser, &path, "http://evil.example").await),
        (400, open_socket(&browser, "/sessions/live", &site.url).await),
        (400, browser.request(Method::GET, &path).header("origin", &site.url).send().await),
    ]
}

async fn open_socket(browser: &Browser, path: &str, origin: &str) -> Answer {
    let request = browser.request(Method::GET, path).header("origin", origin).header("connection", "upgrade");
    let request = request.header("upgrade", "websocket").header("sec-websocket-version", "13");
    request.header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==").send().await
}

async fn of_what_is_not_there(site: &Site) -> Kinds {
    let (browser, program) = (site.browser(), site.browser());
    let ask = async |path| program.bare(Method::GET, path).header("accept", "application/json").send().await;
    vec![
        (404, browser.get("/nowhere").await),
        (404, ask("/nowhere").await),
        (404, browser.get("/pkg/nothing.css").await),
        (404, browser.get("/api/magic_auth/nothing").await),
        (405, browser.get("/api/magic_auth/log_out").await),
        (405, ask("/api/magic_auth/log_out").await),
    ]
}

async fn of_a_database_that_is_away(site: &Site) -> Kinds {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    site.database.run("ALTER TABLE magic_auth_sessions RENAME TO sessions_away").await;
    let told = browser.get("/account").await;
    site.database.run("ALTER TABLE sessions_away RENAME TO magic_auth_sessions").await;
    vec![(503, told)]
}

async fn of_limits(site: &Site) -> Kinds {
    let (browser, program) = (site.browser(), site.browser());
    browser.ask(ADA).await;
    browser.type_code(&site.message(ADA).wrong_code()).await;
    vec![
        (429, site.browser().post("/api/magic_auth/request_log_in", &[("email", ADA)]).await),
        (429, browser.type_code("000000").await),
        (429, program.post_for_json("/api/magic_auth/request_log_in", &[("email", ADA)]).await),
    ]
}

/// A form that does not arrive, and a handler that panics.
async fn of_faults(site: &Site) -> Kinds {
    let slow = form_that_does_not_arrive(site).await;
    let (browser, program) = (site.browser(), site.browser());
    vec![
        (408, slow),
        (500, browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await),
        (500, program.post_for_json("/api/magic_auth/request_log_in", &[("email", ADA)]).await),
    ]
}

async fn form_that_does_not_arrive(site: &Site) -> Answer {
    let (path, mut connection) = ("/api/magic_auth/request_log_in", site.connect().await);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nExpect: 100-continue\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\n",
        site.address
    );
    connection.send(head).await;
    connection.until("100 Continue\r\n\r\n").await;
    tokio::time::pause();
    let answer = timeout(seconds(60), connection.read_all()).await.expect("the end");
    tokio::time::resume();
    read(path, &answer)
}

/// An answer from what came over a bare connection.
fn read(path: &str, text: &str) -> Answer {
    let (head, body) = text.split_once("\r\n\r\n").expect("a whole head");
    let (first, lines) = head.split_once("\r\n").expect("headers");
    let status = first.split(' ').nth(1).unwrap().parse().unwrap();
    let lines = lines.split("\r\n").map(|line| line.split_once(": ").expect("a header"));
    let headers = lines.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    Answer { path: path.to_owned(), status, headers, body: body.to_owned() }
}

fn policy(answer: &Answer) -> &str {
    answer.header("content-security-policy").expect("a policy")
}

#[tokio::test]
async fn every_answer_is_protected() {
    for (status, answer) in every_kind(Setup::new).await {
        assert_eq!(answer.status, status, "{}: {}", answer.path, answer.body);
        for (name, value) in ALWAYS {
            assert_eq!(answer.header(name), Some(value), "{name} of {status} {}", answer.path);
        }
        let policy = policy(&answer);
        for part in [
            "default-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{part} in {policy} of {status} {}", answer.path);
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert_eq!(answer.header("strict-transport-security"), None, "the address is not https");
        assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1);
        assert!(answer.header("access-control-allow-origin").is_none() && answer.header("server").is_none());
    }
}

#[tokio::test]
async fn where_the_address_is_https_browsers_are_told_to_stay_with_it() {
    let https = || Setup::new().set("--public-url", "https://localhost").set("--client-ip-source", "ConnectInfo");
    for (_, answer) in every_kind(https).await {
        let told = answer.header("strict-transport-security");
        assert_eq!(told, Some("max-age=63072000"), "{} {}", answer.status, answer.path);
    }
    let documented = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/security.md")).unwrap();
    assert!(documented.contains("`includeSubDomains`"), "why it is so can be read");
}

#[tokio::test]
async fn scripts_of_a_page_bear_its_nonce_and_each_page_has_another() {
    let site = Site::start().await;
    let browser = site.browser().with_mailbox_key();
    let mut nonces = std::collections::BTreeSet::new();
    for path in ["/", "/sessions/log_in", "/sessions/verify", "/dev/mailbox"] {
        for _ in 0..2 {
            let page = browser.get(path).await;
            let nonce = page.nonce().expect("a nonce");
            let policy = policy(&page);
            assert!(policy.contains(&format!("script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'")), "{policy}");
            for script in page.body.split("<script").skip(1) {
                let tag = script.split('>').next().unwrap();
                assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: <script{tag}>");
            }
            assert!(nonce.len() >= 22, "128 bits: {nonce}");
            assert!(nonces.insert(nonce), "a nonce is used once");
        }
    }
}

#[tokio::test]
async fn no_page_needs_what_its_policy_forbids() {
    for (_, answer) in every_kind(Setup::new).await {
        for forbidden in [" style=\"", "<style", " onclick=", " onload=", " onerror=", "javascript:", "<base"] {
            let is_email = answer.path.starts_with("/dev/mailbox.json");
            assert!(is_email || !answer.body.contains(forbidden), "{forbidden} at {}", answer.path);
        }
        // What a limit refused is a page with a countdown.
        let is_failure = answer.status >= 400 && answer.status != 429;
        assert!(!is_failure || !answer.body.contains("<script"), "an error page has no scripts: {}", answer.path);
    }
}

#[tokio::test]
async fn every_page_has_a_title_one_heading_and_a_way_back() {
    for (status, answer) in every_kind(Setup::new).await {
        if !answer.body.starts_with("<!DOCTYPE html>") {
            continue;
        }
        answer.heading();
        let title = answer.body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
        assert!(title.ends_with(" · Magic Auth") && title.len() > " · Magic Auth".len(), "{title} of {status}");
        assert!(answer.body.contains("<html lang=\"en\" ") && answer.body.contains("<a href=\"/\""), "{}", answer.path);
    }
}

#[tokio::test]
async fn what_depends_on_a_cookie_is_kept_nowhere() {
    for (status, answer) in every_kind(Setup::new).await {
        let kept = match (status, answer.path.as_str()) {
            (101, _) | (_, "/healthz") => continue,
            (200 | 206 | 304, "/favicon.svg" | "/pkg/magic-auth.css") => "public, no-cache",
            (200, HASHED) => "public, max-age=31536000, immutable",
            _ => "no-store",
        };
        assert_eq!(answer.header("cache-control"), Some(kept), "{status} {}", answer.path);
    }
}

#[tokio::test]
async fn an_email_in_its_frame_is_the_only_answer_with_styles_of_its_own_and_runs_nothing() {
    let site = Site::start().await;
    let browser = site.browser().with_mailbox_key();
    browser.ask(ADA).await;
    let message = browser.get(&format!("/dev/mailbox/{}", site.message(ADA).id)).await;
    assert_eq!(message.status, 200);
    for (name, value) in ALWAYS {
        assert_eq!(message.header(name), Some(value), "{name}");
    }
    assert_eq!(message.headers.get_all("content-security-policy").iter().count(), 1);

    let parts: Vec<_> = policy(&message).split(';').map(str::trim).collect();
    assert!(parts.contains(&"default-src 'none'") && parts.contains(&"style-src 'unsafe-inline'"), "{parts:?}");
    assert!(!parts.iter().any(|part| part.starts_with("script-src")), "{parts:?}");
    let sandbox = parts.iter().find(|part| part.split(' ').next() == Some("sandbox")).expect("a sandbox");
    assert!(!sandbox.contains("allow-scripts") && !sandbox.contains("allow-same-origin"), "{sandbox}");

    let path = message.path.clone();
    let answers = every_kind(Setup::new).await.into_iter().map(|(_, answer)| answer).chain([message]);
    let inline: Vec<_> = answers.filter(|answer| policy(answer).contains("unsafe-inline")).map(|a| a.path).collect();
    assert_eq!(inline, [path]);
}

#[tokio::test]
async fn no_attribute_of_a_page_keeps_a_word_of_its_template() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let page = browser.visit("/account").await.body;
    assert!(page.contains("role=\"heading\"") && page.contains(" aria-level=\"1\""), "{page}");
    assert!(!page.contains("attr:"), "{page}");
}
