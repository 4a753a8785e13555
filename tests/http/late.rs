//! What waits for its turn is judged by the time of its turn.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, Site, hours, minutes};
use tokio::task::JoinHandle;

/// A form that a browser posts while its turn does not come.
async fn post(site: &Site, browser: &Browser, path: &'static str) -> JoinHandle<Answer> {
    let browser = browser.twin();
    let posted = tokio::spawn(async move { browser.post(path, NO_FIELDS).await });
    site.database.until_blocked(1).await;
    posted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_expires_while_it_waits_for_its_users_row_ends_no_other() {
    let site = Site::start().await;
    let (browser, other) = (site.browser(), site.browser());
    browser.log_in(&site, ADA).await;
    let ends_at = site.clock.now() + 3_600_000;
    site.database.run(&format!("UPDATE magic_auth_sessions SET ends_at = {ends_at}")).await;
    other.log_in(&site, ADA).await;
    assert!(browser.is_logged_in().await && other.is_logged_in().await);
    let holder = site.database.hold_rows("users").await;
    let posted = post(&site, &browser, "/api/magic_auth/end_other_sessions").await;
    site.clock.advance(hours(1));
    holder.let_go().await;
    let answer = posted.await.unwrap();
    assert!(answer.location().starts_with("/sessions/log_in?"), "{}", answer.location());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NOT NULL").await, 0);
    assert!(other.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_challenge_that_expires_while_its_row_is_locked_gets_no_other_email() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.clock.advance(minutes(1));
    let holder = site.database.hold_rows("challenges").await;
    let posted = post(&site, &browser, "/api/magic_auth/resend_email").await;
    site.clock.advance(minutes(10));
    holder.let_go().await;
    let answer = posted.await.unwrap();
    assert!(answer.location().contains("error=expired"), "{}", answer.location());
    assert_eq!(site.email_count(), 1);
}
