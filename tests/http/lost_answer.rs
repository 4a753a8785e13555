//! A bad line, and somebody who clicks again: the answer to a log-in is lost, and the session's token with it.

use crate::support::{ADA, Answer, Browser, EVE, EmailMessage, SESSION, Setup, Site, days, minutes, seconds};
use std::time::Duration;

const DEVICE: &str = "__Host-magic_auth_device";
const GOOD_SESSIONS: &str = "SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL";
pub const TRIES: &str = "SELECT tries FROM magic_auth_challenges";
pub const NEW: &str = "grace@example.com";

/// How somebody proves an address in the browser that asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    Code,
    Link,
}

pub const WAYS: [Way; 2] = [Way::Code, Way::Link];

impl Way {
    pub async fn go(self, browser: &Browser, message: &EmailMessage) -> Answer {
        match self {
            Self::Code => browser.type_code(&message.code).await,
            Self::Link => browser.click_link().await,
        }
    }

    pub fn used(self) -> &'static str {
        match self {
            Self::Code => "/sessions/password?error=used",
            Self::Link => "/sessions/verify?error=used",
        }
    }
}

/// A browser that has asked, and has opened its link.
pub async fn asked(site: &Site) -> (Browser, EmailMessage) {
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    browser.get(&message.path).await;
    (browser, message)
}

/// Logs in with an answer that never reaches the browser. What it gave stands in the browser that comes back.
pub async fn lost(way: Way, browser: &Browser, message: &EmailMessage) -> Browser {
    let elsewhere = browser.twin();
    assert!(way.go(&elsewhere, message).await.logs_in(), "{way:?}");
    elsewhere
}

#[tokio::test]
async fn the_same_click_again_brings_the_session_a_new_token_and_the_first_is_dead() {
    for (first, second) in WAYS.into_iter().flat_map(|first| WAYS.map(|second| (first, second))) {
        let site = Site::start().await;
        let (browser, message) = asked(&site).await;
        let never_came = lost(first, &browser, &message).await;
        site.clock.advance(seconds(5));
        let answer = second.go(&browser, &message).await;
        assert!(answer.logs_in(), "{first:?}, {second:?}: {answer:?}");
        assert!(browser.is_logged_in().await && !never_came.is_logged_in().await, "{first:?}, {second:?}");
        assert!(browser.cookie(DEVICE).is_some_and(|device| Some(device) != never_came.cookie(DEVICE)));
        assert_eq!(browser.follow(answer).await.path, "/account");

        assert_eq!(
            site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await,
            1,
            "nothing is left in the list"
        );
        assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
        for once in [
            "SELECT COUNT(*) FROM magic_auth_events WHERE name = 'authn_login_success'",
            "SELECT COUNT(*) FROM magic_auth_events WHERE name = 'user_created'",
        ] {
            assert_eq!(site.database.number(once).await, 1, "{once}");
        }
        let began = site.database.number("SELECT created_at FROM magic_auth_sessions").await;
        assert_eq!(began, site.clock.now() - 5_000, "it is as old as before, and so are its ends");
        assert_eq!(site.database.number("SELECT ends_at FROM magic_auth_sessions").await, began + 60 * 86_400_000);
    }
}

#[tokio::test]
async fn what_was_wished_for_counts_still() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.visit("/sessions/log_in").await;
    let wish = [("email", ADA), ("return_to", "/account?sort=up"), ("remember", "false")];
    browser.post("/api/magic_auth/request_log_in", &wish).await;
    let message = site.message(ADA);
    lost(Way::Code, &browser, &message).await;
    let answer = Way::Code.go(&browser, &message).await;
    assert_eq!(answer.location(), "/account?sort=up");
    assert_eq!(answer.cookie_attributes(SESSION).as_deref(), Some("HttpOnly; SameSite=Lax; Secure; Path=/"));
}

#[tokio::test]
async fn whoever_comes_back_finds_the_form_until_it_works_no_more() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    lost(Way::Link, &browser, &message).await;
    let (page, link) = (browser.visit("/sessions/password").await, browser.visit(&message.path).await);
    assert_eq!((page.heading().as_str(), link.heading().as_str()), ("Check your email", "Log in?"));
    assert_eq!(browser.get("/sessions/waiting").await.body, "sent");
    assert!(page.form("/api/magic_auth/resend_email").is_none(), "there is nothing to send any more");

    site.clock.advance(minutes(1) - Duration::from_millis(1));
    assert_eq!(browser.get("/sessions/waiting").await.body, "sent");
    let late = browser.twin();
    assert!(browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &message.code)]).await.logs_in());
    // The minute is that of the log-in, not of its repetition.
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(late.get("/sessions/waiting").await.body, "used");
    assert_eq!(late.visit("/sessions/password").await.heading(), "Ask for a new code");
    assert_eq!(late.visit(&message.path).await.heading(), "This link has been used");
    for way in WAYS {
        assert_eq!(way.go(&late, &message).await.location(), way.used());
    }
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn a_wrong_code_in_a_repetition_is_a_wrong_code() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    lost(Way::Link, &browser, &message).await;
    let wrong = browser.type_code(&message.wrong_code()).await;
    assert_eq!(wrong.location(), "/sessions/password?error=wrong_code");
    assert!(browser.follow(wrong).await.says("4 tries left"));
    assert_eq!(site.database.number("SELECT failures FROM magic_auth_failed_codes").await, 1);
    assert!(browser.type_code(&message.code).await.logs_in());
    assert_eq!(site.database.number(TRIES).await, 2);
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_failed_codes").await,
        0,
        "they are in a row no more"
    );
}

#[tokio::test]
async fn a_repetition_counts_for_its_client_like_a_code() {
    let site = Setup::new().with_limits().set("--codes-per-client", "2").start().await;
    let (browser, message) = asked(&site).await;
    lost(Way::Link, &browser, &message).await;
    for _ in 0..2 {
        assert!(browser.twin().click_link().await.logs_in());
    }
    assert_eq!(browser.click_link().await.status, 429);
}

#[tokio::test]
async fn the_session_that_the_browser_had_ends_also_when_it_began_in_between() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    lost(Way::Code, &browser, &message).await;
    let page = browser.visit("/sessions/log_in").await;
    browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", EVE)]).await;
    assert!(browser.type_code(&site.message(EVE).code).await.logs_in());
    let of_eve = browser.twin();
    assert!(of_eve.is_logged_in().await);
    browser.get(&message.path).await;
    assert!(browser.click_link().await.logs_in(), "the link of the first address");
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(ADA));
    assert!(!of_eve.is_logged_in().await);
    assert_eq!(site.database.number(GOOD_SESSIONS).await, 1);
}

#[tokio::test]
async fn a_change_of_address_is_confirmed_once_and_its_answer_may_be_repeated() {
    for way in WAYS {
        let site = Site::start().await;
        let browser = site.browser();
        browser.log_in(&site, ADA).await;
        browser.change_email(NEW).await;
        let message = site.message(NEW);
        browser.get(&message.path).await;
        let first = lost(way, &browser, &message).await;
        let answer = way.go(&browser, &message).await;
        assert_eq!(answer.location(), "/account?notice=new_address", "{way:?}");
        assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
        assert!(!first.is_logged_in().await);
        let moved = "SELECT COUNT(*) FROM magic_auth_events WHERE detail = 'email_changed'";
        assert_eq!(site.database.number(moved).await, 1);
        assert_eq!(site.notices(ADA).len(), 1, "the old address hears of the move once");
    }
}

#[tokio::test]
async fn whoever_has_waited_a_minute_is_noted_with_no_write_of_its_own() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let renewable = "SELECT COUNT(*) FROM magic_auth_sessions WHERE renewable_by IS NOT NULL";
    assert_eq!(site.database.number(renewable).await, 1, "the answer to the log-in alone is no proof that it came");
    site.clock.advance(minutes(1));
    assert!(browser.is_logged_in().await);
    assert_eq!(site.database.number(renewable).await, 0, "with the use that is noted anyway");
    site.clock.advance(days(1));
    assert!(browser.is_logged_in().await);
}
