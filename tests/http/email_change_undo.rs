//! Taking a change of address back.

use crate::support::{ADA, Browser, EVE, EmailMessage, NO_FIELDS, SESSION, Site, days};
use std::time::Duration;

const NEW: &str = "grace@example.com";
const GOOD_BYE: &str = "/sessions/log_in?notice=change_undone";

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

/// A change that waits for its new address, and the email that takes it back.
async fn asked(site: &Site) -> (Browser, EmailMessage) {
    let browser = logged_in(site, ADA).await;
    browser.change_email(NEW).await;
    (browser, site.message(ADA))
}

/// A change that has happened.
async fn moved(site: &Site) -> (Browser, EmailMessage) {
    let (browser, notice) = asked(site).await;
    assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
    (browser, notice)
}

async fn email_of_account(site: &Site, email: &'static str) -> bool {
    let sql = if email == ADA {
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'ada@example.com'"
    } else {
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'grace@example.com'"
    };
    site.database.number(sql).await == 1
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_its_token_leaves_the_address() {
    let site = Site::start().await;
    let (_, notice) = asked(&site).await;
    let before = site.database.dump().await;
    let scanner = site.browser();
    for _ in 0..2 {
        assert_eq!(scanner.get(&notice.path).await.location(), "/account/email/undo");
        let page = scanner.get("/account/email/undo").await;
        assert_eq!(page.heading(), "Undo the change?");
        assert!(page.says(ADA) && page.says(NEW));
        assert!(!page.body.contains(notice.token()));
    }
    scanner.request(reqwest::Method::HEAD, &notice.path).send().await;
    // It presses every button, but ticks no box.
    let pressed = scanner.post("/api/magic_auth/undo_email_change", NO_FIELDS).await;
    assert_eq!(pressed.location(), "/account/email/undo?error=not_sure");
    assert_eq!(
        scanner.follow(pressed).await.field_error("sure").as_deref(),
        Some("Tick the box first, to say that you mean it.")
    );
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn before_the_move_it_cancels_the_change_and_ends_its_own_emails_alone() {
    let site = Site::start().await;
    let (browser, notice) = asked(&site).await;
    let confirm = site.message(NEW);
    let (meanwhile, stranger) = (logged_in(&site, ADA).await, site.browser());
    stranger.ask(NEW).await;
    let ordinary = site.message(NEW);
    let mut page = meanwhile.open(&site).await;

    let answer = site.browser().undo_by(&notice).await;
    assert_eq!(answer.location(), GOOD_BYE);
    assert_eq!(page.over().await, "change_undone");
    assert!(!meanwhile.is_logged_in().await);
    assert_eq!(browser.type_code(&confirm.code).await.location(), "/sessions/password?error=expired");
    let phone = site.browser();
    phone.get(&confirm.path).await;
    assert_eq!(phone.click_link_with(&confirm.code).await.location(), "/sessions/verify?error=expired");
    assert!(
        stranger.type_code(&ordinary.code).await.logs_in(),
        "an open log-in of the new address is none of its business"
    );
    let back = logged_in(&site, ADA).await;
    assert!(back.visit("/account").await.says("Undid the change of the email address"));
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_users").await,
        2,
        "the new address is its owner's own"
    );
}

#[tokio::test]
async fn after_the_move_it_brings_the_old_address_back() {
    let site = Site::start().await;
    let (thief, notice) = moved(&site).await;
    let mut page = thief.open(&site).await;
    let owner = site.browser();
    assert!(owner.visit(&notice.path).await.says("The account has moved there."));
    assert_eq!(owner.undo_by(&notice).await.location(), GOOD_BYE);
    assert_eq!(page.over().await, "change_undone");
    assert!(!thief.is_logged_in().await);
    assert!(email_of_account(&site, ADA).await && !email_of_account(&site, NEW).await);
    owner.log_in(&site, ADA).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1, "the same account");
}

#[tokio::test]
async fn it_works_for_seven_days_to_the_millisecond_and_once() {
    let site = Site::start().await;
    let (_, notice) = moved(&site).await;
    site.clock.advance(days(7) - Duration::from_millis(1));
    let owner = site.browser();
    assert_eq!(owner.undo_by(&notice).await.location(), GOOD_BYE);
    assert!(email_of_account(&site, ADA).await);
    let page = owner.visit(&notice.path).await;
    assert!(page.heading() == "Nothing to undo" && page.says("This change was undone already."));
    let again = owner.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await;
    assert_eq!(again.location(), "/account/email/undo?error=undo_used");

    let late = Site::start().await;
    let (_, notice) = moved(&late).await;
    late.clock.advance(days(7));
    let owner = late.browser();
    assert!(owner.visit(&notice.path).await.says("The time for undoing this change has passed."));
    let refused = owner.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await;
    assert_eq!(refused.location(), "/account/email/undo?error=undo_expired");
    assert!(email_of_account(&late, NEW).await);
}

#[tokio::test]
async fn what_is_no_link_of_ours_says_so() {
    let site = Site::start().await;
    let (_, notice) = asked(&site).await;
    let cut = &notice.path[..notice.path.len() - 1];
    let long = format!("/account/email/undo?token={}", "A".repeat(4000));
    for path in [cut, "/account/email/undo?token=", "/account/email/undo", "/account/email/undo?token=%00", &long] {
        let browser = site.browser();
        let page = browser.visit(path).await;
        assert!(page.says("This link isn't complete."), "{path:.60}");
        let answer = browser.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await;
        assert_eq!(answer.location(), "/account/email/undo?error=bad_undo_link");
    }
    let guessed = site.browser();
    guessed.set_cookie("__Host-magic_auth_undo", &"A".repeat(43));
    assert!(guessed.visit("/account/email/undo").await.says("This link isn't complete."));
}

#[tokio::test]
async fn it_takes_later_changes_back_too_and_theirs_take_back_nothing_any_more() {
    let site = Site::start().await;
    let (thief, notice) = moved(&site).await;
    thief.change_email("thief@example.com").await;
    let thiefs_notice = site.message(NEW);
    assert!(thief.type_code(&site.message("thief@example.com").code).await.logs_in());

    assert_eq!(site.browser().undo_by(&notice).await.location(), GOOD_BYE);
    assert!(email_of_account(&site, ADA).await);
    // Ada goes on with her life, and changes her address herself.
    let ada = logged_in(&site, ADA).await;
    ada.change_email("ada.new@example.com").await;
    assert!(ada.type_code(&site.message("ada.new@example.com").code).await.logs_in());

    let page = site.browser().visit(&thiefs_notice.path).await;
    assert_eq!(page.heading(), "Nothing to undo");
    let browser = site.browser();
    browser.get(&thiefs_notice.path).await;
    let refused = browser.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await;
    assert_eq!(refused.location(), "/account/email/undo?error=undo_used");
    assert_eq!(ada.logged_in_as().await.as_deref(), Some("ada.new@example.com"));
}

#[tokio::test]
async fn the_first_of_two_emails_takes_back_what_the_second_began() {
    let site = Site::start().await;
    let (_, first_notice) = asked(&site).await;
    let again = logged_in(&site, ADA).await;
    again.change_email("thief@example.com").await;
    assert!(again.type_code(&site.message("thief@example.com").code).await.logs_in());
    assert_eq!(site.browser().undo_by(&first_notice).await.location(), GOOD_BYE);
    assert!(email_of_account(&site, ADA).await);
    assert!(!again.is_logged_in().await);
}

#[tokio::test]
async fn somebody_elses_log_in_in_that_browser_stays() {
    let site = Site::start().await;
    let (_, notice) = asked(&site).await;
    let eve = logged_in(&site, EVE).await;
    let page = eve.follow(eve.undo_by(&notice).await).await;
    assert_eq!(page.path, "/account?notice=others_change_undone");
    assert!(page.messages()[0].starts_with("The change of that email address was undone"), "{:?}", page.messages());
    assert!(eve.cookie(SESSION).is_some() && eve.is_logged_in().await);
}

#[tokio::test]
async fn a_link_that_took_something_back_takes_nothing_back_again() {
    let site = Site::start().await;
    let (_, notice) = asked(&site).await;
    assert_eq!(site.browser().undo_by(&notice).await.location(), GOOD_BYE);
    // The account goes on, and changes its address again.
    site.clock.advance(days(1));
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    let page = site.browser().visit(&notice.path).await;
    assert!(page.heading() == "Nothing to undo" && page.says("This change was undone already."), "{}", page.text());
    let browser = site.browser();
    browser.get(&notice.path).await;
    let refused = browser.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await;
    assert_eq!(refused.location(), "/account/email/undo?error=undo_used");
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
}

#[tokio::test]
async fn the_page_tells_of_the_change_that_would_go() {
    let site = Site::start().await;
    let (_, first_notice) = asked(&site).await;
    let again = logged_in(&site, ADA).await;
    again.change_email("thief@example.com").await;
    let page = site.browser().visit(&first_notice.path).await;
    assert!(page.says("thief@example.com") && page.says("The new address has not proved itself yet."));
    assert!(!page.says(NEW), "that one is off already");
    assert!(again.type_code(&site.message("thief@example.com").code).await.logs_in());
    assert!(site.browser().visit(&first_notice.path).await.says("The account has moved there."));
    // And on from there.
    again.change_email("hideout@example.com").await;
    let page = site.browser().visit(&first_notice.path).await;
    assert!(page.says("hideout@example.com") && page.says("The new address has not proved itself yet."));
}

#[tokio::test]
async fn it_tells_by_nothing_whether_somebody_has_the_new_address() {
    let site = Site::start().await;
    let (ada, bob) = (logged_in(&site, ADA).await, logged_in(&site, "bob@example.com").await);
    logged_in(&site, EVE).await.post("/api/magic_auth/log_out", NO_FIELDS).await;
    // Open log-ins, of a known address and of one that is new.
    let (known, unknown) = (site.browser(), site.browser());
    known.ask(EVE).await;
    unknown.ask(NEW).await;
    let (eves, graces) = (site.message(EVE), site.message(NEW));
    ada.change_email(EVE).await;
    bob.change_email(NEW).await;
    for notice in [site.message(ADA), site.message("bob@example.com")] {
        assert_eq!(site.browser().undo_by(&notice).await.location(), GOOD_BYE);
    }
    assert_eq!(known.get("/sessions/waiting").await.body, unknown.get("/sessions/waiting").await.body);
    for (browser, message) in [(&known, &eves), (&unknown, &graces)] {
        let wrong = browser.type_code(&message.wrong_code()).await;
        assert_eq!(wrong.location(), "/sessions/password?error=wrong_code");
        assert!(browser.type_code(&message.code).await.logs_in(), "{}", message.subject);
    }
}

#[tokio::test]
async fn changes_are_forgotten_when_nobody_can_take_them_back() {
    let site = Site::start().await;
    let _ = moved(&site).await;
    site.clock.advance(days(7));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 1);
    site.clock.advance(Duration::from_millis(1));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 0);
}

#[tokio::test]
async fn the_browsers_that_knew_the_old_address_are_forgotten() {
    let site = Site::start().await;
    let (_thief, notice) = moved(&site).await;
    let known = "SELECT COUNT(*) FROM magic_auth_devices WHERE email = 'ada@example.com'";
    assert_eq!(site.database.number(known).await, 1);
    assert_eq!(site.browser().undo_by(&notice).await.location(), GOOD_BYE);
    assert_eq!(site.database.number(known).await, 0, "the thief's browser has no emails of its own any more");
}

#[tokio::test]
async fn the_changes_own_email_ends_even_where_somebody_has_the_new_address_by_now() {
    let site = Site::start().await;
    let (browser, notice) = asked(&site).await;
    let confirm = site.message(NEW);
    logged_in(&site, NEW).await;
    assert_eq!(site.browser().undo_by(&notice).await.location(), GOOD_BYE);
    assert_eq!(browser.type_code(&confirm.code).await.location(), "/sessions/password?error=expired");
}
