//! Changing the mail address to one that others have, or want.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, Site, assert_alike, days, seconds};

const NEW: &str = "grace@example.com";

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

#[tokio::test]
async fn an_address_that_is_taken_gets_the_same_answers_and_its_owner_an_email() {
    let site = Site::start().await;
    let (ada, bob) = (logged_in(&site, ADA).await, logged_in(&site, "bob@example.com").await);
    let owner = logged_in(&site, EVE).await;
    let (free, taken) = (ada.change_email(NEW).await, bob.change_email(EVE).await);
    assert_alike("the answer", &free.shape(&[]), &taken.shape(&[]));
    let pages = (ada.follow(free).await, bob.follow(taken).await);
    let ids = (pages.0.value("challenge"), pages.1.value("challenge"));
    assert_alike("the code page", &pages.0.shape(&[NEW, &ids.0]), &pages.1.shape(&[EVE, &ids.1]));
    assert_eq!(ada.get("/sessions/waiting").await.body, bob.get("/sessions/waiting").await.body);

    let message = site.message(EVE);
    assert_eq!(message.subject, "Somebody tried to use your address at Magic Auth");
    assert!(message.code.is_empty() && message.link.is_empty(), "{}", message.text);
    assert!(!message.html.contains("href") && !message.text.contains("bob@"), "nor who it was");
    assert!(!site.message("bob@example.com").link.is_empty(), "the old address is told either way");

    for _ in 0..4 {
        assert_eq!(bob.type_code("000000").await.location(), "/sessions/password?error=wrong_code");
        assert_eq!(
            ada.type_code(&site.message(NEW).wrong_code()).await.location(),
            "/sessions/password?error=wrong_code"
        );
    }
    site.clock.advance(seconds(30));
    let (free, taken) = (ada.resend().await, bob.resend().await);
    assert_alike("another email", &free.shape(&[]), &taken.shape(&[]));
    assert!(site.message(EVE).code.is_empty());
    assert!(owner.is_logged_in().await, "nothing has happened to the owner");
}

#[tokio::test]
async fn of_two_who_want_one_address_the_first_to_confirm_has_it() {
    let site = Site::start().await;
    let (ada, eve) = (logged_in(&site, ADA).await, logged_in(&site, EVE).await);
    ada.change_email(NEW).await;
    let adas = site.message(NEW);
    eve.change_email(NEW).await;
    let eves = site.message(NEW);
    assert!(eve.type_code(&eves.code).await.logs_in());
    assert_eq!(eve.logged_in_as().await.as_deref(), Some(NEW));

    let refused = ada.type_code(&adas.code).await;
    assert_eq!(refused.location(), "/sessions/password?error=change_refused");
    assert!(!refused.logs_in());
    ada.get(&adas.path).await;
    assert_eq!(ada.click_link().await.location(), "/sessions/verify?error=used");
    assert!(eve.is_logged_in().await);
    let old = logged_in(&site, ADA).await;
    assert_eq!(old.logged_in_as().await.as_deref(), Some(ADA), "the other keeps what they had");
    let page = old.visit("/account").await;
    assert!(page.says("Asked to change the email address") && page.says("A change of the email address was refused"));
}

#[tokio::test]
async fn asking_twice_the_second_overtakes_the_first() {
    let site = Site::start().await;
    let first = logged_in(&site, ADA).await;
    first.change_email(NEW).await;
    let overtaken = site.message(NEW);
    let second = logged_in(&site, ADA).await;
    second.change_email("hopper@example.com").await;
    assert_eq!(first.type_code(&overtaken.code).await.location(), "/sessions/password?error=expired");
    let phone = site.browser();
    phone.get(&overtaken.path).await;
    assert_eq!(phone.click_link_with(&overtaken.code).await.location(), "/sessions/verify?error=expired");
    assert!(second.type_code(&site.message("hopper@example.com").code).await.logs_in());
}

#[tokio::test]
async fn an_address_left_lately_makes_no_new_account_and_goes_to_nobody() {
    let site = Site::start().await;
    let (ada, eve) = (logged_in(&site, ADA).await, logged_in(&site, EVE).await);
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());

    let back = site.browser();
    let page = back.ask(ADA).await;
    assert_eq!(page.heading(), "Check your email", "before the proof nothing is told");
    assert_eq!(back.type_code(&site.message(ADA).wrong_code()).await.location(), "/sessions/password?error=wrong_code");
    let led = back.type_code(&site.message(ADA).code).await;
    assert_eq!(led.location(), "/account/email/undo");
    assert!(!led.logs_in());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 2);
    eve.change_email(ADA).await;
    assert!(site.message(ADA).code.is_empty(), "nobody else gets it either");

    site.clock.advance(days(7));
    let later = site.browser();
    later.log_in(&site, ADA).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 3, "after a week it is anybody's");
}

#[tokio::test]
async fn going_back_to_the_old_address_is_a_change_like_any_other() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    ada.change_email(ADA).await;
    let message =
        site.messages(ADA).into_iter().find(|message| message.subject.starts_with("Confirm")).expect("a code");
    assert!(ada.type_code(&message.code).await.logs_in());
    assert_eq!(ada.logged_in_as().await.as_deref(), Some(ADA));
    ada.post("/api/magic_auth/log_out", NO_FIELDS).await;
    ada.log_in(&site, ADA).await;
}

#[tokio::test]
async fn a_code_from_before_does_not_take_what_its_last_owner_has_left_meanwhile() {
    let site = Site::start().await;
    let (eve, bob) = (logged_in(&site, EVE).await, logged_in(&site, "bob@example.com").await);
    eve.change_email(NEW).await;
    let eves = site.message(NEW);
    // Bob has it and leaves it again while Eve's email is good: for a week he can take that back.
    bob.change_email(NEW).await;
    assert!(bob.type_code(&site.message(NEW).code).await.logs_in());
    bob.change_email("bob.new@example.com").await;
    assert!(bob.type_code(&site.message("bob.new@example.com").code).await.logs_in());
    assert_eq!(eve.type_code(&eves.code).await.location(), "/sessions/password?error=change_refused");
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE email = 'grace@example.com'").await,
        0
    );
}

#[tokio::test]
async fn a_change_that_is_off_moves_nobody_though_its_email_were_still_good() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    site.database.run("UPDATE magic_auth_email_changes SET cancelled_at = created_at").await;
    assert_eq!(ada.type_code(&site.message(NEW).code).await.location(), "/sessions/password?error=change_refused");
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE email = 'grace@example.com'").await,
        0
    );
}
