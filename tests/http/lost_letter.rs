//! Letters that do not arrive: what the page says, and what the person can still do.

use crate::support::{ADA, Site, seconds};

const NOT_SENT: &str = "We couldn't send your letter";

#[tokio::test]
async fn a_letter_that_got_lost_can_be_asked_for_again_at_once_and_however_often() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    for _ in 0..4 {
        // As if the server had stopped before it could note how the letter fared.
        site.database.run("UPDATE letters SET delivery = 'pending'").await;
        assert_eq!(browser.visit("/sessions/password").await.heading(), "Check your mail", "it may still arrive");
        site.clock.advance(seconds(20));
        assert_eq!(browser.visit("/sessions/password").await.heading(), NOT_SENT);
        assert_eq!(browser.resend().await.location(), "/sessions/password?notice=letter_again");
        assert_eq!(browser.visit("/sessions/password").await.heading(), "Check your mail");
    }
    assert!(browser.type_code(&site.letter(ADA).code).await.logs_in());
}

#[tokio::test]
async fn while_an_earlier_letter_is_good_a_failed_one_leaves_the_field_for_its_code() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let first = site.letter(ADA);
    site.clock.advance(seconds(30));
    browser.resend().await;
    site.database.run("UPDATE letters SET delivery = 'failed' WHERE id = (SELECT MAX(id) FROM letters)").await;
    let page = browser.visit("/sessions/password").await;
    assert_eq!(page.heading(), "Check your mail");
    assert_eq!(page.messages(), ["We couldn't send you another letter. The earlier one still works."]);
    let answer = browser.submit(&page, "/api/log_in_with_code", &[("code", &first.code)]).await;
    assert!(answer.logs_in());
}
