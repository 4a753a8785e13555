//! A session that has ended: whatever is clicked next, the log-in page says why.

use crate::support::{ADA, Browser, NO_FIELDS, SESSION, Site, days, minutes};
use reqwest::Method;

const NEW: &str = "grace@example.com";

/// How a session can end, and the word for it.
const ENDS: [(&str, &str); 6] = [
    ("logged_out", "You are logged out."),
    ("logged_out_everywhere", "You were logged out everywhere."),
    ("session_ended", "You were logged out from another browser."),
    ("address_changing", "You were logged out everywhere because your email address is being changed."),
    ("change_undone", "The change of your email address was undone, and you were logged out everywhere."),
    ("session_expired", "Your session has expired."),
];

/// A browser whose session has ended in this way, and which does not know yet.
async fn ended(site: &Site, how: &str) -> Browser {
    let (browser, other) = (site.browser(), site.browser());
    other.log_in(site, ADA).await;
    if how == "change_undone" {
        other.change_email(NEW).await;
    }
    browser.log_in(site, ADA).await;
    match how {
        "logged_out" => assert_eq!(browser.twin().post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303),
        "logged_out_everywhere" => assert_eq!(other.post("/api/magic_auth/log_out_all", NO_FIELDS).await.status, 303),
        "session_ended" => assert_eq!(other.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await.status, 303),
        "address_changing" => assert_eq!(other.change_email(NEW).await.location(), "/sessions/password"),
        "change_undone" => {
            let notice = site.messages(ADA).into_iter().find(|message| message.path.starts_with("/account")).unwrap();
            assert_eq!(site.browser().undo_by(&notice).await.status, 303);
        }
        _ => site.clock.advance(days(14)),
    }
    browser
}

#[tokio::test]
async fn the_next_click_meets_the_log_in_page_with_the_reason_whatever_it_is() {
    for (how, words) in ENDS {
        let site = Site::start().await;
        let browser = ended(&site, how).await;
        let clicks = [
            browser.twin().get("/account").await,
            browser.twin().post("/api/magic_auth/log_out", NO_FIELDS).await,
            browser.twin().post("/api/magic_auth/log_out_all", NO_FIELDS).await,
            browser.twin().post("/api/magic_auth/end_session", &[("id", "3f0e9a6e-0000-4000-8000-000000000000")]).await,
            browser.twin().post("/api/magic_auth/end_other_sessions", NO_FIELDS).await,
            browser.twin().change_email("other@example.com").await,
            browser.twin().request(Method::DELETE, "/sessions/log_out").send().await,
            browser.twin().request(Method::DELETE, "/sessions/log_out/all").send().await,
            browser.twin().get("/sessions/log_out/all/get").await,
        ];
        for answer in clicks {
            let path = answer.path.clone();
            let location = answer.location().to_owned();
            assert!(location.starts_with(&format!("/sessions/log_in?notice={how}")), "{how}, {path}: {location}");
            let page = browser.twin().follow(answer).await;
            assert!(page.messages()[0].starts_with(words), "{how}, {path}: {:?}", page.messages());
        }
    }
}

#[tokio::test]
async fn logging_out_of_a_session_that_is_over_takes_its_cookie_away_and_ends_nothing_more() {
    for (how, _) in ENDS {
        let site = Site::start().await;
        let browser = ended(&site, how).await;
        let before = site.database.dump().await;
        for path in ["/sessions/log_out", "/sessions/log_out/all"] {
            let twin = browser.twin();
            let answer = twin.request(Method::DELETE, path).send().await;
            assert_eq!(answer.location(), format!("/sessions/log_in?notice={how}"), "{path}");
            assert_eq!(twin.cookie(SESSION), None, "{how}, {path}");
        }
        assert_eq!(site.database.dump().await, before, "{how}");
    }
}

#[tokio::test]
async fn what_ended_by_time_is_not_ended_once_more() {
    let site = Site::start().await;
    let (old, new) = (site.browser(), site.browser());
    old.log_in(&site, ADA).await;
    site.clock.advance(days(14));
    new.log_in(&site, ADA).await;
    new.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NOT NULL").await, 1);
    let answer = old.get("/account").await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=session_expired&return_to=/account");
}

#[tokio::test]
async fn with_its_account_a_session_is_gone() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.clock.advance(minutes(1));
    site.database.run("DELETE FROM magic_auth_users").await;
    assert!(!browser.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
}
