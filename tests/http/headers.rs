//! Headers of every kind of answer.

use crate::support::{ADA, Answer, NO_FIELDS, Setup, Site};
use reqwest::Method;

const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// One answer of every kind, each with its status.
async fn every_kind(site: &Site) -> Vec<(u16, Answer)> {
    let (browser, stranger, program) = (site.browser(), site.browser(), site.browser());
    browser.log_in(site, ADA).await;
    site.clock.advance(crate::support::minutes(1));
    let get = async |path| browser.get(path).await;
    let mut kinds = vec![
        (200, get("/").await),
        (200, get("/account").await),
        (303, get("/sessions/log_in").await),
        (200, stranger.get("/sessions/log_in").await),
        (303, stranger.get("/account").await),
        (303, stranger.get("/sessions/verify?token=x").await),
        (200, stranger.get("/sessions/verify").await),
        (303, stranger.post("/api/request_log_in", &[("email", "stranger@example.com")]).await),
        (200, stranger.get("/sessions/password").await),
        (200, stranger.get("/sessions/waiting").await),
        (303, stranger.post("/api/log_in_with_code", &[("code", "x")]).await),
        (422, program.post_for_json("/api/log_in_with_code", &[("code", "x")]).await),
        (200, program.post_for_json("/api/request_log_in", &[("email", "program@example.com")]).await),
        (200, program.bare(Method::GET, "/healthz").send().await),
        (200, get("/dev/mailbox").await),
        (200, get("/dev/mailbox.json").await),
        (200, get("/favicon.svg").await),
        (200, get("/pkg/magic-auth.css").await),
        (404, get("/nowhere").await),
        (404, program.bare(Method::GET, "/nowhere").header("accept", "application/json").send().await),
        (404, get("/api/nothing").await),
        (405, get("/api/log_out").await),
        (405, program.bare(Method::GET, "/api/log_out").header("accept", "application/json").send().await),
        (400, browser.post("/api/log_in_with_code", &[("code", "1"), ("code", "2")]).await),
        (403, browser.bare(Method::POST, "/api/log_out").form(NO_FIELDS).send().await),
        (413, browser.post("/api/log_in_with_code", &[("code", &"1".repeat(65_600))]).await),
        (415, browser.request(Method::POST, "/api/log_out").body("text/plain", "x").send().await),
        (200, browser.request(Method::HEAD, "/").send().await),
    ];
    site.database.run("ALTER TABLE sessions RENAME TO sessions_away").await;
    kinds.push((503, get("/account").await));
    site.database.run("ALTER TABLE sessions_away RENAME TO sessions").await;
    kinds.push((303, browser.request(Method::DELETE, "/sessions/log_out").send().await));
    kinds
}

#[tokio::test]
async fn every_answer_is_protected() {
    let site = Site::start().await;
    for (status, answer) in every_kind(&site).await {
        assert_eq!(answer.status, status, "{}: {}", answer.path, answer.body);
        for (name, value) in ALWAYS {
            assert_eq!(answer.header(name), Some(value), "{name} of {status} {}", answer.path);
        }
        let policy = answer.header("content-security-policy").expect("a policy");
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
    let site = Setup::new().set("--public-url", "https://localhost").start().await;
    for (_, answer) in every_kind(&site).await {
        let told = answer.header("strict-transport-security");
        assert_eq!(told, Some("max-age=63072000"), "{} {}", answer.status, answer.path);
    }
}

#[tokio::test]
async fn scripts_of_a_page_bear_its_nonce_and_each_page_has_another() {
    let site = Site::start().await;
    let browser = site.browser();
    let mut nonces = std::collections::BTreeSet::new();
    for path in ["/", "/sessions/log_in", "/sessions/verify", "/dev/mailbox"] {
        for _ in 0..2 {
            let page = browser.get(path).await;
            let nonce = page.nonce().expect("a nonce");
            let policy = page.header("content-security-policy").unwrap();
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
    let site = Site::start().await;
    for (_, answer) in every_kind(&site).await {
        for forbidden in [" style=\"", "<style", " onclick=", " onload=", " onerror=", "javascript:", "<base"] {
            let is_letter = answer.path.starts_with("/dev/mailbox.json");
            assert!(is_letter || !answer.body.contains(forbidden), "{forbidden} at {}", answer.path);
        }
        let is_failure = answer.status >= 400;
        assert!(!is_failure || !answer.body.contains("<script"), "an error page has no scripts: {}", answer.path);
    }
}

#[tokio::test]
async fn every_page_has_a_title_one_heading_and_a_way_back() {
    let site = Site::start().await;
    for (status, answer) in every_kind(&site).await {
        if !answer.body.starts_with("<!DOCTYPE html>") {
            continue;
        }
        answer.heading();
        let title = answer.body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
        assert!(title.ends_with(" · Magic Auth") && title.len() > " · Magic Auth".len(), "{title} of {status}");
        assert!(answer.body.contains("<html lang=\"en\">") && answer.body.contains("<a href=\"/\""), "{}", answer.path);
    }
}

#[tokio::test]
async fn what_depends_on_a_cookie_is_kept_nowhere() {
    let site = Site::start().await;
    for (status, answer) in every_kind(&site).await {
        if ["/favicon.svg", "/pkg/magic-auth.css", "/healthz"].contains(&answer.path.as_str()) {
            continue;
        }
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{status} {}", answer.path);
    }
}
