//! A log-out at any moment of loading, connecting and reconnecting is noticed.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, SESSION, Site, seconds};
use leptos_magic_auth::internals::{
    auth::{Acting, Client, Closing, LivePage, PageState, SessionToken},
    ids::SessionId,
    types::{EndReason, Timestamp},
};
use tokio::time::timeout;

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

/// A page of this browser that has subscribed, and done no more.
async fn subscribed(site: &Site, browser: &Browser) -> (LivePage, SessionToken) {
    let token = SessionToken::parse(&browser.cookie(SESSION).unwrap()).unwrap();
    let session = SessionId::parse(&browser.load(site).await.session).unwrap();
    (site.auth.live_page(&token, session, None), token)
}

/// When a page is checked again whose session is good so far.
async fn stays(page: &LivePage) -> Timestamp {
    match page.check().await.unwrap() {
        PageState::Stays { check_at } => check_at,
        PageState::Leaves(because) => panic!("{because:?}"),
    }
}

async fn log_out(site: &Site, token: &SessionToken) {
    let client = Client::new("203.0.113.7", "");
    let ended = site.auth.log_out(token, Acting { client: &client, page: None }).await.unwrap();
    assert_eq!(ended.sessions.len(), 1);
}

#[tokio::test]
async fn between_loading_and_connecting() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let stale = browser.twin();
    let page = browser.load(&site).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(page.connect(&stale).await.over().await, "logged_out", "with the cookie that it was loaded with");
    assert_eq!(page.connect(&browser).await.over().await, "logged_out", "the cookie is gone by now");
}

#[tokio::test]
async fn between_subscribing_and_looking() {
    let site = Site::start().await;
    let (page, token) = subscribed(&site, &logged_in(&site).await).await;
    log_out(&site, &token).await;
    assert_eq!(page.check().await.unwrap(), PageState::Leaves(EndReason::LoggedOut));
}

#[tokio::test]
async fn between_looking_and_waiting() {
    let site = Site::start().await;
    let (mut page, token) = subscribed(&site, &logged_in(&site).await).await;
    let check_at = stays(&page).await;
    log_out(&site, &token).await;
    let closing = timeout(seconds(10), page.closing(check_at)).await.expect("word");
    assert_eq!(closing, Closing::Leave(EndReason::LoggedOut));
}

#[tokio::test]
async fn while_waiting() {
    let site = Site::start().await;
    let (mut page, token) = subscribed(&site, &logged_in(&site).await).await;
    let check_at = stays(&page).await;
    let (closing, ()) = tokio::join!(timeout(seconds(10), page.closing(check_at)), log_out(&site, &token));
    assert_eq!(closing.expect("word"), Closing::Leave(EndReason::LoggedOut));
}

#[tokio::test]
async fn while_the_line_was_down() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site).await, logged_in(&site).await);
    let page = browser.load(&site).await;
    drop(page.connect(&browser).await.alive().await);
    other.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    assert_eq!(page.connect(&browser).await.over().await, "logged_out_everywhere");
    // And again, however often it tries: never a line that stays, never one that invites to try again.
    for _ in 0..3 {
        assert_eq!(page.connect(&browser).await.over().await, "logged_out_everywhere");
    }
}

#[tokio::test]
async fn a_page_does_not_stay_with_the_session_of_somebody_who_logged_in_after() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    browser.log_in(&site, EVE).await;
    assert_eq!(page.connect(&browser).await.over().await, "session_replaced");
    assert!(browser.open(&site).await.is_silent().await, "a page of the new session is fine");
}

#[tokio::test]
async fn cookies_of_no_session_are_told_so() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    for forged in ["x".to_owned(), "A".repeat(43)] {
        let stranger = site.browser();
        stranger.set_cookie(SESSION, &forged);
        assert_eq!(page.connect(&stranger).await.over().await, "logged_out");
    }
    assert_eq!(page.connect(&site.browser()).await.over().await, "logged_out");
}

#[tokio::test]
async fn a_database_that_is_away_ends_no_page() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    let mut open = page.connect(&browser).await.alive().await;
    site.database.run("ALTER TABLE magic_auth_sessions RENAME TO sessions_away").await;
    assert_eq!(page.connect(&browser).await.told().await.0, 1013, "come again later");
    site.database.run("ALTER TABLE sessions_away RENAME TO magic_auth_sessions").await;
    // The failed one had the same id, and took its place.
    assert_eq!(open.told().await.0, crate::support::REPLACED);
    let mut again = page.connect(&browser).await.alive().await;
    site.database.run("ALTER TABLE magic_auth_sessions RENAME TO sessions_away").await;
    site.clock.advance(crate::support::minutes(1));
    assert!(again.is_silent().await, "a failed look is no end");
    site.database.run("ALTER TABLE sessions_away RENAME TO magic_auth_sessions").await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(again.over().await, "logged_out");
}
