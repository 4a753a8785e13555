//! Whoever proves an email address that an account has left is led to where that can be undone.

use crate::support::{ADA, Answer, Browser, CHALLENGE, EVE, EmailMessage, SESSION, Site, days, minutes};
use std::time::Duration;

const NEW: &str = "grace@example.com";
const UNDO: &str = "/account/email/undo";
const DEVICE: &str = "__Host-magic_auth_device";

/// A thief in the account, which has moved to the thief's address. The email about it is deleted.
async fn stolen(site: &Site) -> Browser {
    let thief = site.browser();
    thief.log_in(site, ADA).await;
    moves(site, &thief, NEW).await;
    thief
}

async fn moves(site: &Site, browser: &Browser, to: &str) {
    browser.change_email(to).await;
    assert!(browser.type_code(&site.message(to).code).await.logs_in());
}

/// The newest email with a code.
fn code_email(site: &Site, to: &str) -> EmailMessage {
    site.messages(to).into_iter().find(|message| !message.code.is_empty()).unwrap()
}

/// Proves the address by code, from a browser of its own.
async fn proved(site: &Site, email: &str) -> (Browser, Answer) {
    let browser = site.browser();
    browser.ask(email).await;
    let answer = browser.type_code(&code_email(site, email).code).await;
    (browser, answer)
}

async fn undo(browser: &Browser) -> Answer {
    let page = browser.get(UNDO).await;
    browser.submit(&page, "/api/magic_auth/undo_email_change", &[("sure", "true")]).await
}

fn is_led(answer: &Answer) {
    assert_eq!(answer.location(), UNDO);
    assert!(!answer.logs_in() && answer.cookie_attributes(DEVICE).is_none(), "{answer:?}");
    assert!(answer.cookie_attributes("__Host-magic_auth_undo").unwrap().contains("HttpOnly"));
}

#[tokio::test]
async fn by_code_by_link_and_by_both_it_leads_to_the_undo_page_and_begins_no_session() {
    for way in ["code", "link", "link and code elsewhere"] {
        let site = Site::start().await;
        let thief = stolen(&site).await;
        let owner = site.browser();
        owner.ask(ADA).await;
        let message = code_email(&site, ADA);
        let sessions = site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await;
        let (browser, answer) = match way {
            "code" => {
                let answer = owner.type_code(&message.code).await;
                (owner, answer)
            }
            "link" => {
                owner.get(&message.path).await;
                let answer = owner.click_link().await;
                (owner, answer)
            }
            _ => {
                let phone = site.browser();
                phone.get(&message.path).await;
                let answer = phone.click_link_with(&message.code).await;
                (phone, answer)
            }
        };
        is_led(&answer);
        assert!(browser.cookie(SESSION).is_none(), "{way}");
        assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, sessions);
        assert!(thief.is_logged_in().await, "nothing has ended yet");
        let again = site.browser();
        again.get(&message.path).await;
        assert_eq!(again.click_link_with(&message.code).await.location(), "/sessions/verify?error=used", "{way}");

        let page = browser.follow(answer).await;
        assert_eq!(page.heading(), "Undo the change?");
        let text = page.text();
        let now = text.find(&format!("This account's address is now {NEW}; log in with that")).unwrap();
        assert!(now < text.find("Undoing it gives the account its old address").unwrap(), "first things first: {text}");
        assert!(page.field("sure").is_some(), "it takes a tick and a click");
        let pressed = browser.post("/api/magic_auth/undo_email_change", &[]).await;
        assert_eq!(pressed.location(), "/account/email/undo?error=not_sure");
        assert_eq!(undo(&browser).await.location(), "/sessions/log_in?notice=change_undone");
        assert!(!thief.is_logged_in().await);
        browser.log_in(&site, ADA).await;
        assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1, "the same account");
        assert!(browser.visit("/account").await.says("Proved the email address that the account has left"));
    }
}

#[tokio::test]
async fn it_is_open_as_often_as_they_prove_it_and_no_way_dies_by_another() {
    let site = Site::start().await;
    let _thief = stolen(&site).await;
    let ((first, one), (second, two)) = (proved(&site, ADA).await, proved(&site, ADA).await);
    is_led(&one);
    is_led(&two);
    let by_mail = site.messages(ADA).into_iter().find(|message| message.path.starts_with(UNDO)).unwrap();
    for browser in [&first, &second] {
        assert_eq!(browser.get(UNDO).await.heading(), "Undo the change?");
    }
    assert_eq!(site.browser().visit(&by_mail.path).await.heading(), "Undo the change?");
    assert_eq!(undo(&first).await.location(), "/sessions/log_in?notice=change_undone");
    assert_eq!(second.get(UNDO).await.heading(), "Nothing to undo");
}

#[tokio::test]
async fn seven_days_after_the_move_the_address_is_anybodys() {
    let site = Site::start().await;
    let thief = site.browser();
    thief.log_in(&site, ADA).await;
    thief.change_email(NEW).await;
    site.clock.advance(minutes(9));
    assert!(thief.type_code(&site.message(NEW).code).await.logs_in());
    site.clock.advance(days(7) - Duration::from_millis(1));
    let (owner, answer) = proved(&site, ADA).await;
    is_led(&answer);
    site.clock.advance(Duration::from_millis(1));
    assert!(owner.visit(UNDO).await.says("The time for undoing this change has passed."));
    assert!(proved(&site, ADA).await.1.logs_in());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 2);
}

#[tokio::test]
async fn who_is_logged_in_there_as_somebody_else_stays_so() {
    let site = Site::start().await;
    let _thief = stolen(&site).await;
    let eve = site.browser();
    eve.log_in(&site, EVE).await;
    eve.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    is_led(&eve.type_code(&code_email(&site, ADA).code).await);
    assert_eq!(eve.logged_in_as().await.as_deref(), Some(EVE));
    assert!(eve.cookie(CHALLENGE).is_some());
}

#[tokio::test]
async fn the_page_tells_where_the_account_is_now_and_later_changes_go_too() {
    let site = Site::start().await;
    let thief = stolen(&site).await;
    moves(&site, &thief, "hideout@example.com").await;
    let (owner, answer) = proved(&site, ADA).await;
    is_led(&answer);
    assert!(owner.follow(answer).await.says("This account's address is now hideout@example.com; log in with that"));
    assert_eq!(undo(&owner).await.location(), "/sessions/log_in?notice=change_undone");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE email = 'ada@example.com'").await, 1);
    // What was undone has left nothing: whoever proves those addresses has accounts of their own.
    for email in [NEW, "hideout@example.com"] {
        assert!(proved(&site, email).await.1.logs_in(), "nobody undoes an undo: {email}");
    }
}

#[tokio::test]
async fn an_address_to_which_the_account_has_come_back_logs_in() {
    let site = Site::start().await;
    let ada = stolen(&site).await;
    ada.change_email(ADA).await;
    assert!(ada.type_code(&code_email(&site, ADA).code).await.logs_in());
    assert!(proved(&site, ADA).await.1.logs_in());
    // And the one in between was left.
    is_led(&proved(&site, NEW).await.1);
}

#[tokio::test]
async fn an_address_that_a_change_was_asked_from_is_not_left_yet() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    assert!(proved(&site, ADA).await.1.logs_in());
}

#[tokio::test]
async fn a_program_is_told_that_it_is_not_logged_in() {
    let site = Site::start().await;
    let _thief = stolen(&site).await;
    let program = site.browser();
    program.ask(ADA).await;
    let code = code_email(&site, ADA).code;
    let answer = program.post_for_json("/api/magic_auth/log_in_with_code", &[("code", &code)]).await;
    assert!(answer.status == 409 && answer.body.contains("address_moved_away"), "{answer:?}");
    assert!(answer.cookie_attributes(SESSION).is_none());
    assert!(answer.cookie_attributes("__Host-magic_auth_undo").is_some());
}
