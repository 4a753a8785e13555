//! Logging out.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, SESSION, Site};
use reqwest::Method;

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

/// A cookie that was copied before its browser logged out is dead on every path.
async fn assert_dead(site: &Site, stolen: &Browser) {
    let dump = site.database.dump().await;
    let to_log_in = "/sessions/log_in?notice=logged_out&return_to=/account";
    assert_eq!(stolen.twin().get("/account").await.location(), to_log_in);
    assert_eq!(stolen.get("/sessions/log_in").await.status, 200, "not sent on as somebody logged in");
    assert_ne!(stolen.get("/sessions/waiting").await.body, "logged_in");
    assert!(!stolen.get("/").await.says(ADA));
    for again in [stolen.twin().post("/api/magic_auth/log_out", NO_FIELDS).await, delete(&stolen.twin()).await] {
        assert_eq!(again.location(), "/sessions/log_in?notice=logged_out", "logging out twice is as good as once");
    }
    assert_eq!(site.database.dump().await, dump, "a dead cookie changes nothing");
}

async fn delete(browser: &Browser) -> Answer {
    browser.request(Method::DELETE, "/sessions/log_out").send().await
}

#[tokio::test]
async fn the_button_logs_out_without_scripts_and_the_copied_cookie_is_dead() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let stolen = browser.twin();
    let page = browser.visit("/account").await;
    let answer = browser.submit(&page, "/api/magic_auth/log_out", &[]).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
    assert_eq!(answer.cookie_attributes(SESSION).as_deref(), Some("HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"));
    assert_eq!(browser.cookie(SESSION), None);
    assert_eq!(browser.follow(answer).await.messages(), ["You are logged out."]);
    assert_dead(&site, &stolen).await;
}

#[tokio::test]
async fn delete_logs_out_and_the_copied_cookie_is_dead() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let stolen = browser.twin();
    let answer = delete(&browser).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
    assert_eq!(browser.cookie(SESSION), None);
    assert_dead(&site, &stolen).await;
}

#[tokio::test]
async fn a_program_logs_out_without_a_redirect() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let stolen = browser.twin();
    let answer = browser.post_for_json("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!((answer.status, answer.header("location")), (200, None));
    assert_eq!(browser.cookie(SESSION), None);
    assert_dead(&site, &stolen).await;
}

#[tokio::test]
async fn every_page_of_somebody_logged_in_has_the_button_and_no_other_page_has() {
    let site = Site::start().await;
    let browser = logged_in(&site).await.with_mailbox_key();
    for path in ["/", "/account", "/dev/mailbox"] {
        assert!(browser.visit(path).await.form("/api/magic_auth/log_out").is_some(), "{path}");
    }
    let stranger = site.browser().with_mailbox_key();
    for path in ["/", "/sessions/log_in", "/dev/mailbox", "/nowhere"] {
        assert!(stranger.visit(path).await.form("/api/magic_auth/log_out").is_none(), "{path}");
    }
}

#[tokio::test]
async fn what_a_page_showed_is_kept_nowhere() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    for path in ["/", "/account", "/sessions/log_in", "/sessions/password", "/sessions/verify", "/sessions/waiting"] {
        assert_eq!(browser.get(path).await.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(site.browser().get(path).await.header("cache-control"), Some("no-store"), "{path}, logged out");
    }
}

#[tokio::test]
async fn opening_the_address_of_logging_out_logs_nobody_out() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    for (path, allowed) in [("/sessions/log_out", "DELETE"), ("/api/magic_auth/log_out", "POST")] {
        for method in [Method::GET, Method::HEAD] {
            let answer = browser.request(method, path).send().await;
            assert_eq!((answer.status, answer.header("allow")), (405, Some(allowed)), "{path}");
        }
    }
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn logging_out_here_leaves_other_browsers_logged_in() {
    let site = Site::start().await;
    let here = logged_in(&site).await;
    site.clock.advance(crate::support::minutes(1));
    let there = logged_in(&site).await;
    delete(&here).await;
    assert!(there.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL").await, 1);
}

#[tokio::test]
async fn whoever_was_never_logged_in_may_log_out_too() {
    let site = Site::start().await;
    for answer in [site.browser().post("/api/magic_auth/log_out", NO_FIELDS).await, delete(&site.browser()).await] {
        assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events").await, 0);
}

#[tokio::test]
async fn the_account_shows_that_and_when_one_logged_out() {
    let site = Site::start().await;
    delete(&logged_in(&site).await).await;
    site.clock.advance(crate::support::minutes(1));
    let page = logged_in(&site).await.visit("/account").await;
    assert!(page.says("Logged out Firefox on Linux · 127.0.0.1 · 1 minute ago"), "{}", page.text());
}

#[tokio::test]
async fn nothing_is_left_of_who_it_was() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    for path in ["/", "/account", "/sessions/log_in", "/sessions/password", "/sessions/verify"] {
        assert!(!browser.visit(path).await.body.contains(ADA), "{path}");
    }
}
