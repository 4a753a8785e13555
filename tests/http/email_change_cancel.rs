//! Cancelling a change of email address that has not happened yet; what has happened only a mailbox undoes.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, Setup, Site, minutes};
use std::time::Duration;

const NEW: &str = "grace@example.com";

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Waiting {
    ForTheNewAddress,
    ForThePresentOne,
}

/// A thief's browser whose change waits, and the owner's.
async fn waiting(site: &Site, what: Waiting) -> (Browser, Browser) {
    let thief = logged_in(site, ADA).await;
    if what == Waiting::ForThePresentOne {
        site.clock.advance(minutes(15) + Duration::from_millis(1));
    }
    thief.change_email(NEW).await;
    (thief, logged_in(site, ADA).await)
}

async fn thief_fails(site: &Site, thief: &Browser, what: Waiting) {
    let code = match what {
        Waiting::ForTheNewAddress => site.message(NEW).code,
        Waiting::ForThePresentOne => {
            let messages = site.messages(ADA);
            messages.into_iter().find(|message| message.subject.starts_with("Change your")).unwrap().code
        }
    };
    let answer = thief.type_code(&code).await;
    assert_eq!(answer.location(), "/sessions/password?error=expired", "{what:?}");
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes WHERE cancelled_at IS NULL").await,
        0
    );
}

#[tokio::test]
async fn logging_out_everywhere_cancels_what_has_not_happened() {
    for what in [Waiting::ForTheNewAddress, Waiting::ForThePresentOne] {
        let site = Site::start().await;
        let (thief, owner) = waiting(&site, what).await;
        owner.post("/api/magic_auth/log_out_all", &[("page", "")]).await;
        thief_fails(&site, &thief, what).await;
    }
}

#[tokio::test]
async fn the_account_page_shows_it_with_its_address_and_a_button_that_cancels_it() {
    for what in [Waiting::ForTheNewAddress, Waiting::ForThePresentOne] {
        let site = Site::start().await;
        let (thief, owner) = waiting(&site, what).await;
        let eve = logged_in(&site, EVE).await;
        assert!(!eve.visit("/account").await.says(NEW));
        eve.post("/api/magic_auth/cancel_email_change", NO_FIELDS).await;
        let page = owner.visit("/account").await;
        assert!(page.says(&format!("A change to {NEW} waits for a proof.")), "{}", page.text());
        let answer = owner.submit(&page, "/api/magic_auth/cancel_email_change", &[]).await;
        assert_eq!(answer.location(), "/account?notice=change_cancelled");
        let page = owner.follow(answer).await;
        assert!(page.form("/api/magic_auth/cancel_email_change").is_none());
        assert!(page.says("Cancelled a change of the email address"));
        thief_fails(&site, &thief, what).await;
    }
}

#[tokio::test]
async fn what_has_happened_stays() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    let page = ada.visit("/account").await;
    assert!(page.form("/api/magic_auth/cancel_email_change").is_none(), "there is nothing to cancel");
    ada.post("/api/magic_auth/cancel_email_change", NO_FIELDS).await;
    assert_eq!(ada.logged_in_as().await.as_deref(), Some(NEW));
    ada.post("/api/magic_auth/log_out_all", &[("page", "")]).await;
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE email = 'grace@example.com'").await,
        1
    );
    let notice = site.notices(ADA).pop().unwrap();
    assert_eq!(site.browser().visit(&notice.path).await.heading(), "Undo the change?", "and can be undone as before");
}

#[tokio::test]
async fn one_that_has_happened_is_shown_and_its_email_can_be_sent_again() {
    let site = Setup::new().with_limits().start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    site.clock.advance(minutes(15));
    let page = ada.visit("/account").await;
    for words in [ADA, NEW, "15 minutes ago", "until 29 Nov, 14:05 UTC"] {
        assert!(page.says(words), "{words} in {}", page.text());
    }
    let answer = ada.submit(&page, "/api/magic_auth/send_undo_email", &[]).await;
    assert_eq!(answer.location(), "/account?notice=undo_email_sent");
    let emails = site.notices(ADA);
    assert_eq!(emails.len(), 2);
    for email in &emails {
        assert_eq!(site.browser().visit(&email.path).await.heading(), "Undo the change?", "both links are good");
    }
    assert_eq!(ada.logged_in_as().await.as_deref(), Some(NEW));
    // It counts like any other email to that address.
    let mut answer = ada.submit(&page, "/api/magic_auth/send_undo_email", &[]).await;
    for _ in 0..10 {
        answer = ada.submit(&page, "/api/magic_auth/send_undo_email", &[]).await;
    }
    assert!(answer.status == 429 && site.notices(ADA).len() < 8, "{}", site.notices(ADA).len());
    // The page speaks of that email, and its button asks for it and no other.
    assert_eq!(answer.heading(), "A little later");
    assert!(answer.messages()[0].starts_with("That email can't be sent again just now"), "{:?}", answer.messages());
    assert!(!answer.says("type its code") && !answer.says("Open its link all the same"), "{}", answer.text());
    let told = ada.post_for_json("/api/magic_auth/send_undo_email", &[("id", &page.value("id"))]).await;
    assert!(told.status == 429 && told.body.contains("undo_email_limited"), "{}", told.body);
    site.clock.advance(minutes(30));
    let again = ada.submit(&answer, "/api/magic_auth/send_undo_email", &[]).await;
    assert_eq!(again.location(), "/account?notice=undo_email_sent");

    let eve = logged_in(&site, EVE).await;
    let id = page.value("id");
    let sent = site.notices(ADA).len();
    for id in [id.as_str(), "", "nonsense"] {
        let answer = eve.post("/api/magic_auth/send_undo_email", &[("id", id)]).await;
        assert_eq!(answer.location(), "/account?error=undo_used", "another's change is none of hers");
    }
    assert_eq!(site.notices(ADA).len(), sent);
    let nobody = site.browser().post("/api/magic_auth/send_undo_email", &[("id", &id)]).await;
    assert_eq!(nobody.location(), "/sessions/log_in?error=logged_out_meanwhile&return_to=/account");
}
