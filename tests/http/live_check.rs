//! The slow look of a live page whose WebSocket does not come up.

use crate::support::{ADA, Answer, Browser, EVE, NO_FIELDS, SESSION, Site, days, minutes};
use reqwest::Method;

async fn logged_in(site: &Site) -> (Browser, String) {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    let session = browser.load(site).await.session;
    (browser, session)
}

async fn look(browser: &Browser, session: &str) -> Answer {
    browser.get(&format!("/sessions/live/look?session={session}&socket=none")).await
}

#[tokio::test]
async fn it_is_one_word_that_is_kept_nowhere() {
    let site = Site::start().await;
    let (browser, session) = logged_in(&site).await;
    let answer = look(&browser, &session).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "good"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(answer.set_cookies().is_empty());
    let page = browser.get("/account").await;
    assert!(page.body.contains("data-look=\"/sessions/live/look\""), "the page knows where to ask");
}

#[tokio::test]
async fn it_says_why_the_session_is_over_in_the_words_of_the_socket() {
    let site = Site::start().await;
    for (how, path) in
        [("logged_out", "/api/magic_auth/log_out"), ("logged_out_everywhere", "/api/magic_auth/log_out_all")]
    {
        let (browser, session) = logged_in(&site).await;
        let stale = browser.twin();
        browser.post(path, NO_FIELDS).await;
        assert_eq!(look(&stale, &session).await.body, how);
        assert_eq!(look(&browser, &session).await.body, "logged_out", "the cookie is gone");
        site.clock.advance(minutes(13));
    }
    let (browser, session) = logged_in(&site).await;
    site.clock.advance(days(14));
    assert_eq!(look(&browser, &session).await.body, "session_expired");
    site.database.run("DELETE FROM magic_auth_sessions").await;
    assert_eq!(look(&browser, &session).await.body, "logged_out");
}

#[tokio::test]
async fn a_page_made_for_another_session_has_to_leave() {
    let site = Site::start().await;
    let (browser, session) = logged_in(&site).await;
    let other = site.browser();
    other.log_in(&site, EVE).await;
    browser.set_cookie(SESSION, &other.cookie(SESSION).unwrap());
    assert_eq!(look(&browser, &session).await.body, "session_replaced");
}

#[tokio::test]
async fn it_is_no_use_of_the_session() {
    let site = Site::start().await;
    let (browser, session) = logged_in(&site).await;
    let before = site.database.number("SELECT idle_ends_at + last_seen_at FROM magic_auth_sessions").await;
    for _ in 0..3 {
        site.clock.advance(minutes(5));
        assert_eq!(look(&browser, &session).await.body, "good");
    }
    assert_eq!(site.database.number("SELECT idle_ends_at + last_seen_at FROM magic_auth_sessions").await, before);
    site.clock.advance(days(14));
    assert_eq!(look(&browser, &session).await.body, "session_expired");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_a_database_that_is_away_is_no_end() {
    let site = Site::start().await;
    let (browser, session) = logged_in(&site).await;
    for query in ["", "?session=", "?session=x", "?session=unknown", "?socket=none", "?session=%00"] {
        assert_eq!(browser.get(&format!("/sessions/live/look{query}")).await.status, 400, "{query}");
    }
    for method in [Method::POST, Method::DELETE] {
        assert_eq!(browser.request(method, "/sessions/live/look").send().await.status, 405);
    }
    site.database.run("ALTER TABLE magic_auth_sessions RENAME TO sessions_away").await;
    let answer = look(&browser, &session).await;
    assert_eq!(answer.status, 503);
    assert_ne!(answer.body, "logged_out");
    site.database.run("ALTER TABLE sessions_away RENAME TO magic_auth_sessions").await;
    assert_eq!(look(&browser, &session).await.body, "good");
}
