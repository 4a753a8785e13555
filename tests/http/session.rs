//! How long somebody stays logged in.

use crate::support::{ADA, Answer, Browser, CHALLENGE, SESSION, Setup, Site, days, hours, minutes, seconds};
use std::time::Duration;

/// Logs in with “Keep me logged in” ticked or not.
async fn logged_in(site: &Site, remember: bool) -> (Browser, Answer) {
    let browser = site.browser();
    let page = browser.visit("/sessions/log_in").await;
    let ticked =
        page.form("/api/magic_auth/request_log_in").unwrap().contains(&("remember".to_owned(), "true".to_owned()));
    assert!(ticked, "ticked unless one unticks it");
    let remember: &[(&str, &str)] = if remember { &[("email", ADA)] } else { &[("email", ADA), ("remember", "false")] };
    browser.submit(&page, "/api/magic_auth/request_log_in", remember).await;
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert!(answer.logs_in());
    (browser, answer)
}

const IDLE_END: &str = "SELECT idle_ends_at FROM magic_auth_sessions";

#[tokio::test]
async fn the_cookie_is_locked_to_this_host_and_out_of_reach_of_scripts() {
    let site = Site::start().await;
    let (browser, answer) = logged_in(&site, true).await;
    let attributes = answer.cookie_attributes(SESSION).unwrap();
    assert_eq!(attributes, "HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=5184000", "60 days");
    let token = browser.cookie(SESSION).unwrap();
    assert_eq!(token.len(), 43, "32 bytes in base64url");
    for path in ["/", "/account", "/sessions/waiting"] {
        let page = browser.get(path).await;
        assert!(!page.shape(&[]).contains(&token), "the token is in no answer: {path}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
    }
}

#[tokio::test]
async fn not_kept_the_cookie_goes_with_the_browsers_window() {
    let site = Site::start().await;
    let (_browser, answer) = logged_in(&site, false).await;
    assert_eq!(answer.cookie_attributes(SESSION).as_deref(), Some("HttpOnly; SameSite=Lax; Secure; Path=/"));
}

#[tokio::test]
async fn a_box_that_is_not_ticked_is_not_sent_and_means_not_kept() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert!(!answer.cookie_attributes(SESSION).unwrap().contains("Max-Age"));
}

#[tokio::test]
async fn a_kept_session_that_is_used_ends_after_sixty_days_to_the_second() {
    let site = Site::start().await;
    let (browser, _) = logged_in(&site, true).await;
    for _ in 0..59 {
        site.clock.advance(days(1));
        assert!(browser.is_logged_in().await);
    }
    site.clock.advance(days(1) - seconds(1));
    assert!(browser.is_logged_in().await, "a second before its end");
    site.clock.advance(seconds(1));
    assert!(!browser.is_logged_in().await, "at its end");
}

#[tokio::test]
async fn a_kept_session_that_is_not_used_ends_after_fourteen_days_to_the_second() {
    let site = Site::start().await;
    let (in_time, _) = logged_in(&site, true).await;
    site.clock.advance(days(14) - seconds(1));
    assert!(in_time.is_logged_in().await, "a second before");
    site.clock.advance(days(14) - Duration::from_millis(1));
    assert!(in_time.is_logged_in().await, "its use has moved the end");
    site.clock.advance(days(14));
    assert!(!in_time.is_logged_in().await, "at its end");
}

#[tokio::test]
async fn a_session_that_is_not_kept_ends_after_a_day_to_the_second_however_much_it_is_used() {
    let site = Site::start().await;
    let (browser, _) = logged_in(&site, false).await;
    for _ in 0..23 {
        site.clock.advance(hours(1));
        assert!(browser.is_logged_in().await);
    }
    site.clock.advance(hours(1) - seconds(1));
    assert!(browser.is_logged_in().await, "a second before its end");
    site.clock.advance(seconds(1));
    assert!(!browser.is_logged_in().await, "at its end");
}

#[tokio::test]
async fn the_idle_end_is_written_at_most_once_a_minute_and_the_absolute_end_never() {
    let site = Site::start().await;
    let (browser, _) = logged_in(&site, true).await;
    let began = site.clock.now();
    let absolute = site.database.number("SELECT ends_at FROM magic_auth_sessions").await;
    assert_eq!(absolute, began + 60 * 86_400_000);
    assert_eq!(site.database.number(IDLE_END).await, began + 14 * 86_400_000);

    browser.get("/account").await;
    site.clock.advance(Duration::from_millis(59_999));
    let unchanged = site.database.dump().await;
    browser.get("/account").await;
    assert_eq!(site.database.dump().await, unchanged, "nothing is written within the minute");

    site.clock.advance(Duration::from_millis(1));
    browser.get("/account").await;
    assert_eq!(site.database.number(IDLE_END).await, began + 60_000 + 14 * 86_400_000);
    assert_eq!(site.database.number("SELECT last_seen_at FROM magic_auth_sessions").await, began + 60_000);
    site.clock.advance(seconds(30));
    browser.get("/").await;
    assert_eq!(site.database.number("SELECT last_seen_at FROM magic_auth_sessions").await, began + 60_000);
    assert_eq!(site.database.number("SELECT ends_at FROM magic_auth_sessions").await, absolute);
}

#[tokio::test]
async fn the_next_click_after_the_end_meets_the_log_in_page_with_the_reason_and_the_way_back() {
    let site = Site::start().await;
    let (browser, _) = logged_in(&site, true).await;
    site.clock.advance(days(14));
    let answer = browser.get("/account?sort=up").await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=session_expired&return_to=/account%3Fsort%3Dup");
    assert_eq!(browser.cookie(SESSION), None, "the dead cookie goes");
    let page = browser.follow(answer).await;
    assert_eq!(page.messages(), ["Your session has expired. Log in again to go on."]);

    browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/account?sort=up");
}

#[tokio::test]
async fn a_log_in_always_brings_a_new_token_and_ends_the_browsers_old_session() {
    let site = Site::start().await;
    let (browser, _) = logged_in(&site, true).await;
    let old = browser.twin();
    // The log-in page sends somebody logged in on, but a form that was open before may still be posted.
    site.clock.advance(minutes(1));
    browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());

    assert_ne!(browser.cookie(SESSION), old.cookie(SESSION));
    assert!(browser.is_logged_in().await);
    assert_eq!(old.get("/account").await.location(), "/sessions/log_in?notice=session_replaced&return_to=/account");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL").await, 1);
}

#[tokio::test]
async fn a_session_that_was_put_into_the_browser_before_is_never_taken_over() {
    let site = Site::start().await;
    let browser = site.browser();
    let planted = "B".repeat(42) + "A";
    browser.set_cookie(SESSION, &planted);
    browser.log_in(&site, ADA).await;
    assert_ne!(browser.cookie(SESSION), Some(planted));
}

#[tokio::test]
async fn other_browsers_of_the_same_user_stay_logged_in() {
    let site = Site::start().await;
    let (first, _) = logged_in(&site, true).await;
    site.clock.advance(minutes(1));
    let (second, _) = logged_in(&site, false).await;
    assert!(first.is_logged_in().await && second.is_logged_in().await);
}

#[tokio::test]
async fn the_times_can_be_set() {
    let setup = Setup::new().set("--session-lifetime", "3h").set("--session-idle", "1h");
    let site = setup.set("--session-lifetime-unremembered", "30m").start().await;
    let (kept, answer) = logged_in(&site, true).await;
    assert!(answer.cookie_attributes(SESSION).unwrap().ends_with("Max-Age=10800"));
    let (unkept, _) = logged_in(&site, false).await;
    site.clock.advance(minutes(30));
    assert!(kept.is_logged_in().await && !unkept.is_logged_in().await);
    site.clock.advance(hours(1));
    assert!(!kept.is_logged_in().await);
}

#[tokio::test]
async fn the_challenge_alone_logs_nobody_in() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    assert!(browser.cookie(CHALLENGE).is_some());
    assert!(!browser.is_logged_in().await);
    assert_eq!(browser.get("/sessions/waiting").await.body, "sent");
}
