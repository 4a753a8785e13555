//! What is noted of a challenge that logs nobody in any more: enough for its user to see it, and no more.

use crate::support::{ADA, Browser, Setup, Site, minutes};

const REFUSED: &str = "SELECT COUNT(*) FROM magic_auth_events WHERE name IN ('authn_login_fail', 'authn_token_reuse')";

/// Types a code as often, and is told this each time.
async fn try_codes(browser: &Browser, times: usize, told: &str) {
    for number in 0..times {
        let answer = browser.type_code("000000").await;
        assert_eq!(answer.location(), format!("/sessions/password?error={told}"), "{number}");
    }
}

#[tokio::test]
async fn of_a_challenge_that_was_used_ten_refusals_are_stored_by_code_and_link_together() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let (asked, message) = (browser.twin(), site.message(ADA));
    assert!(browser.type_code(&message.code).await.logs_in());
    assert!(browser.is_logged_in().await, "the answer has arrived");
    let other = site.browser();
    other.get(&message.path).await;
    try_codes(&asked, 6, "used").await;
    for _ in 0..6 {
        assert!(other.click_link_with("000000").await.location().contains("error=used"));
    }
    try_codes(&asked, 6, "used").await;
    assert_eq!(site.database.number(REFUSED).await, 10);
}

#[tokio::test]
async fn of_one_whose_time_or_tries_are_over_too_and_another_one_counts_for_itself() {
    let site = Site::start().await;
    let (late, wrong) = (site.browser(), site.browser());
    late.ask(ADA).await;
    site.clock.advance(minutes(10));
    try_codes(&late, 12, "expired").await;
    assert_eq!(site.database.number(REFUSED).await, 10);

    wrong.ask("eve@example.com").await;
    for _ in 0..5 {
        wrong.type_code(&site.message("eve@example.com").wrong_code()).await;
    }
    let before = site.database.number(REFUSED).await;
    try_codes(&wrong, 12, "tries_used_up").await;
    assert_eq!(site.database.number(REFUSED).await - before, 10);
}

#[tokio::test]
async fn what_is_not_stored_still_counts_for_its_client_and_is_told_before_it_waits() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.clock.advance(minutes(10));
    try_codes(&browser, 60, "expired").await;
    let _holder = site.database.hold().await;
    assert_eq!(browser.type_code("000000").await.status, 429, "although nobody can write");
}
