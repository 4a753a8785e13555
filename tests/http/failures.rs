//! When something of ours fails: the person is told, nothing is used up, and it works afterwards.

use crate::support::{ADA, Answer, Browser, CHALLENGE, NO_FIELDS, SESSION, STYLESHEET, Setup, Site};
use leptos_magic_auth::internals::auth::Random;
use reqwest::Method;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

const TABLES: [(&str, &str); 6] = [
    ("ALTER TABLE magic_auth_users RENAME TO users_away", "ALTER TABLE users_away RENAME TO magic_auth_users"),
    (
        "ALTER TABLE magic_auth_sessions RENAME TO sessions_away",
        "ALTER TABLE sessions_away RENAME TO magic_auth_sessions",
    ),
    (
        "ALTER TABLE magic_auth_challenges RENAME TO challenges_away",
        "ALTER TABLE challenges_away RENAME TO magic_auth_challenges",
    ),
    (
        "ALTER TABLE magic_auth_magic_links RENAME TO magic_links_away",
        "ALTER TABLE magic_links_away RENAME TO magic_auth_magic_links",
    ),
    (
        "ALTER TABLE magic_auth_failed_codes RENAME TO failed_codes_away",
        "ALTER TABLE failed_codes_away RENAME TO magic_auth_failed_codes",
    ),
    ("ALTER TABLE magic_auth_events RENAME TO events_away", "ALTER TABLE events_away RENAME TO magic_auth_events"),
];

async fn take_database_away(site: &Site) {
    for (away, _) in TABLES {
        site.database.run(away).await;
    }
}

async fn bring_database_back(site: &Site) {
    for (_, back) in TABLES {
        site.database.run(back).await;
    }
}

fn assert_told(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}: {}", answer.path, answer.body);
    assert_eq!(answer.header("retry-after"), Some("5"), "{}", answer.path);
    assert_eq!(answer.heading(), "We'll be right back", "{}", answer.path);
    assert!(answer.set_cookies().is_empty(), "nobody is logged out by it: {}", answer.path);
    assert_eq!(answer.header("location"), None, "{}", answer.path);
}

#[tokio::test]
async fn while_the_database_is_away_every_step_says_so_and_works_afterwards() {
    let site = Site::start().await;
    let (new, asked, logged_in) = (site.browser(), site.browser(), site.browser());
    asked.ask(ADA).await;
    let message = site.message(ADA);
    asked.get(&message.path).await;
    site.clock.advance(crate::support::minutes(2));
    logged_in.log_in(&site, "known@example.com").await;
    let page = new.visit("/sessions/log_in").await;
    let before = (site.database.dump().await, site.email_count());

    take_database_away(&site).await;
    assert_told(&new.submit(&page, "/api/magic_auth/request_log_in", &[("email", "new@example.com")]).await);
    assert_told(&asked.submit(&page, "/api/magic_auth/request_log_in", &[("email", ADA)]).await);
    assert_told(&asked.resend().await);
    assert_told(&asked.type_code(&message.code).await);
    assert_told(&asked.type_code(&message.wrong_code()).await);
    assert_told(&asked.click_link().await);
    assert_told(&logged_in.post("/api/magic_auth/log_out", NO_FIELDS).await);
    assert_told(&logged_in.request(Method::DELETE, "/sessions/log_out").send().await);
    for path in ["/sessions/password", "/sessions/verify", "/sessions/waiting"] {
        assert_told(&asked.get(path).await);
    }
    for path in ["/", "/account", "/sessions/log_in", "/sessions/password"] {
        assert_told(&logged_in.get(path).await);
    }
    assert_eq!(new.get("/sessions/log_in").await.status, 200, "what needs no database goes on");

    bring_database_back(&site).await;
    assert_eq!((site.database.dump().await, site.email_count()), before, "nothing was used up");
    let answer = new.submit(&page, "/api/magic_auth/request_log_in", &[("email", "new@example.com")]).await;
    assert_eq!(answer.location(), "/sessions/password");
    assert!(asked.type_code(&message.code).await.logs_in());
    assert!(logged_in.is_logged_in().await);
    logged_in.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert!(!logged_in.is_logged_in().await);
}

#[tokio::test]
async fn healthz_tells_whether_the_database_answers() {
    let site = Site::start().await;
    let probe = site.browser();
    let answer = probe.bare(Method::GET, "/healthz").send().await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok\n"));
    take_database_away(&site).await;
    assert_eq!(probe.bare(Method::GET, "/healthz").send().await.status, 200, "the answer is shared for a second");
    site.clock.advance(crate::support::seconds(1));
    assert_eq!(probe.bare(Method::GET, "/healthz").send().await.status, 503);
    bring_database_back(&site).await;
    // Work in the background may have failed to write meanwhile: after ten seconds the check writes by itself.
    site.clock.advance(crate::support::seconds(10));
    assert_eq!(probe.bare(Method::GET, "/healthz").send().await.status, 200);
}

#[tokio::test]
async fn load_balancers_may_ask_by_any_safe_method_and_by_http_1_0() {
    let site = Site::start().await;
    let probe = site.browser();
    for healthy in [true, false] {
        let status = if healthy { 200 } else { 503 };
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let answer = probe.bare(method.clone(), "/healthz").send().await;
            assert_eq!(answer.status, status, "{method}");
            let allow = (method == Method::OPTIONS).then_some("GET, HEAD, OPTIONS");
            assert_eq!(answer.header("allow"), allow, "{method}");
        }
        // As HAProxy asks: without a host.
        let mut connection = site.connect().await;
        connection.send("OPTIONS /healthz HTTP/1.0\r\n\r\n").await;
        assert!(connection.read_all().await.starts_with(&format!("HTTP/1.0 {status} ")), "healthy: {healthy}");
        if healthy {
            take_database_away(&site).await;
            // The answer is shared for a second.
            site.clock.advance(crate::support::seconds(1));
        }
    }
}

#[tokio::test]
async fn while_the_database_is_away_the_sites_files_still_come() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    take_database_away(&site).await;
    let answer = browser.get("/pkg/magic-auth.css").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, STYLESHEET), "the page that says so needs its looks");
}

#[tokio::test]
async fn a_program_is_told_by_status_and_word() {
    let site = Site::start().await;
    let program = site.browser();
    take_database_away(&site).await;
    let answer = program.post_for_json("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, Some("5")));
    assert_eq!(answer.body, "\"unavailable\"");
}

/// A table that goes away makes the transaction fail in its middle.
async fn log_in_fails_without(away: &'static str, back: &'static str, by: impl AsyncFn(&Browser, &Site) -> Answer) {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    browser.get(&site.message(ADA).path).await;
    site.database.run(away).await;
    assert_told(&by(&browser, &site).await);
    site.database.run(back).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0, "{away}");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 0, "{away}");
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_challenges WHERE used_at IS NOT NULL").await,
        0,
        "{away}"
    );
    assert!(by(&browser, &site).await.logs_in(), "{away}");
}

#[tokio::test]
async fn a_log_in_that_fails_halfway_has_not_happened() {
    for (away, back) in TABLES {
        log_in_fails_without(away, back, async |browser, site| browser.type_code(&site.message(ADA).code).await).await;
    }
    for (away, back) in TABLES {
        log_in_fails_without(away, back, async |browser, _| browser.click_link().await).await;
    }
}

#[tokio::test]
async fn a_request_for_an_email_that_fails_halfway_has_not_happened() {
    for (away, back) in [TABLES[2], TABLES[3], TABLES[5]] {
        let site = Site::start().await;
        let browser = site.browser();
        let empty = site.database.dump().await;
        site.database.run(away).await;
        assert_told(&browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await);
        site.database.run(back).await;
        assert_eq!((site.database.dump().await, site.email_count()), (empty, 0), "{away}");
        assert_eq!(browser.cookie(CHALLENGE), None);
        browser.log_in(&site, ADA).await;
    }
}

#[tokio::test]
async fn a_log_out_that_failed_leaves_the_cookie_to_try_again() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let (away, back) = TABLES[5];
    site.database.run(away).await;
    assert_told(&browser.post("/api/magic_auth/log_out", NO_FIELDS).await);
    assert_told(&browser.request(Method::DELETE, "/sessions/log_out").send().await);
    site.database.run(back).await;
    assert!(browser.cookie(SESSION).is_some() && browser.is_logged_in().await);
    assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
}

#[tokio::test]
async fn after_a_panic_the_person_gets_a_page_and_the_server_lives() {
    let broken = Arc::new(AtomicBool::new(false));
    let (system, failing) = (Random::system(), broken.clone());
    let random = Random::from_fn(move |bytes| {
        assert!(!failing.load(Ordering::SeqCst), "the generator is broken, as this test wants it");
        system.fill(bytes);
    });
    let site = Setup::new().random(random).start().await;
    let (browser, other) = (site.browser(), site.browser());
    browser.ask(ADA).await;

    broken.store(true, Ordering::SeqCst);
    for answer in [
        other.post("/api/magic_auth/request_log_in", &[("email", "other@example.com")]).await,
        browser.type_code(&site.message(ADA).code).await,
    ] {
        assert_eq!((answer.status, answer.heading().as_str()), (500, "Something went wrong"), "{}", answer.path);
        assert!(!answer.body.contains("as this test wants it"), "the reason is not for others");
        assert!(answer.header("content-security-policy").is_some());
    }
    broken.store(false, Ordering::SeqCst);
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
    other.log_in(&site, "other@example.com").await;
}

#[tokio::test]
async fn an_email_that_no_server_takes_is_told_on_the_code_page_and_can_be_tried_again_at_once() {
    let nobody = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = format!("smtp://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let site = Setup::new().set("--smtp-url", &smtp).set("--mail-from", "Notes <notes@localhost>").start().await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    assert_eq!(page.heading(), "We couldn't send your email");
    assert!(page.messages()[0].contains("No mail server took it.") && page.says(ADA), "{}", page.text());
    for _ in 0..5 {
        let answer = browser.submit(&page, "/api/magic_auth/resend_email", &[]).await;
        assert_eq!(answer.location(), "/sessions/password?notice=email_again");
        assert_eq!(browser.follow(answer).await.heading(), "We couldn't send your email");
    }
}
