//! Emails that do not arrive: what the page says, and what the person can still do.

use crate::support::{ADA, Site, seconds};

#[tokio::test]
async fn of_an_email_that_a_stop_left_on_its_way_it_is_said_that_it_may_still_come() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let first = site.message(ADA);
    // As if the server had stopped before it could note how the email fared.
    site.database.run("UPDATE magic_auth_magic_links SET delivery = 'pending'").await;
    assert!(browser.visit("/sessions/password").await.messages().is_empty());
    assert_eq!(browser.resend().await.location(), "/sessions/password?error=too_soon");
    site.clock.advance(seconds(200));
    let page = browser.visit("/sessions/password").await;
    assert_eq!(page.heading(), "Check your email");
    assert!(page.messages()[0].contains("It may still come"), "{:?}", page.messages());
    assert_eq!(browser.resend().await.location(), "/sessions/password?notice=email_again");
    assert!(browser.type_code(&first.code).await.logs_in(), "the first one, too");
}

#[tokio::test]
async fn an_email_that_was_never_handed_over_can_be_asked_for_again_at_once_and_however_often() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let (failed, refused) = (
        "UPDATE magic_auth_magic_links SET delivery = 'failed'",
        "UPDATE magic_auth_magic_links SET delivery = 'refused'",
    );
    for ended in [failed, refused, failed, refused] {
        site.database.run(ended).await;
        assert_eq!(browser.visit("/sessions/password").await.heading(), "We couldn't send your email");
        assert_eq!(browser.resend().await.location(), "/sessions/password?notice=email_again");
        assert_eq!(browser.visit("/sessions/password").await.heading(), "Check your email");
    }
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
}

#[tokio::test]
async fn while_an_earlier_email_is_good_a_failed_one_leaves_the_field_for_its_code() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let first = site.message(ADA);
    site.clock.advance(seconds(30));
    browser.resend().await;
    site.database.run("UPDATE magic_auth_magic_links SET delivery = 'failed' WHERE id = (SELECT id FROM magic_auth_magic_links ORDER BY id DESC LIMIT 1)").await;
    let page = browser.visit("/sessions/password").await;
    assert_eq!(page.heading(), "Check your email");
    assert_eq!(page.messages(), ["We couldn't send you another email. The earlier one still works."]);
    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &first.code)]).await;
    assert!(answer.logs_in());
}
