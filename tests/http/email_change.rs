//! Changing the mail address: asked for, proved, done.

use crate::support::{ADA, Browser, CHALLENGE, EVE, SESSION, Site, at_once, minutes, seconds};
use std::{sync::Arc, time::Duration};

/// The address that Ada wants.
const NEW: &str = "grace@example.com";

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

#[tokio::test]
async fn asking_logs_out_everywhere_and_leads_to_the_code_page_of_the_new_address() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site).await, logged_in(&site).await);
    let (mut acting, mut tab, mut elsewhere) =
        (browser.open(&site).await, browser.open(&site).await, other.open(&site).await);
    let stolen = browser.twin();
    let page = browser.visit("/account").await;
    let answer = browser.submit(&page, "/api/magic_auth/change_email", &[("email", NEW), ("page", &acting.page)]).await;
    assert_eq!(answer.location(), "/sessions/password");
    assert!(answer.cookie_attributes(SESSION).unwrap().contains("Max-Age=0"));
    assert!(browser.cookie(CHALLENGE).is_some());
    assert_eq!(tab.over().await, "address_changing");
    assert_eq!(elsewhere.over().await, "address_changing");
    assert!(acting.is_silent().await, "the page that acts goes where its form leads");
    let page = browser.follow(answer).await;
    assert_eq!(page.heading(), "Check your new address");
    assert!(page.says(NEW));
    for out in [&stolen, &other] {
        let wall = out.get("/account").await;
        assert_eq!(wall.location(), "/sessions/log_in?notice=address_changing&return_to=/account");
    }
}

#[tokio::test]
async fn the_new_code_moves_the_account() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    browser.change_email(NEW).await;
    let answer = browser.type_code(&site.message(NEW).code).await;
    assert!(answer.logs_in());
    assert_eq!(answer.location(), "/account?notice=new_address");
    let page = browser.follow(answer).await;
    assert_eq!(page.messages(), ["This is your email address now. You were logged out everywhere else."]);
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1, "the same user");
    assert!(page.says("Changed the email address") && page.says("Asked to change the email address"));
    let again = site.browser();
    again.log_in(&site, NEW).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
}

#[tokio::test]
async fn the_new_link_moves_the_account_with_one_click_in_the_browser_that_asked() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    browser.change_email(NEW).await;
    let page = browser.visit(&site.message(NEW).path).await;
    assert_eq!(page.heading(), "Use this address?");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE email = 'ada@example.com'").await, 1);
    assert!(browser.click_link().await.logs_in());
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
}

#[tokio::test]
async fn until_then_the_old_address_logs_in_and_what_began_with_it_ends_with_the_move() {
    let site = Site::start().await;
    let (browser, meanwhile) = (logged_in(&site).await, site.browser());
    browser.change_email(NEW).await;
    meanwhile.log_in(&site, ADA).await;
    assert_eq!(meanwhile.logged_in_as().await.as_deref(), Some(ADA), "a typing error costs nothing");
    let mut page = meanwhile.open(&site).await;
    assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
    assert_eq!(page.over().await, "address_changed");
    assert!(!meanwhile.is_logged_in().await);
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn logging_in_with_the_new_address_by_itself_moves_nobody() {
    let site = Site::start().await;
    let (browser, stranger) = (logged_in(&site).await, site.browser());
    browser.change_email(NEW).await;
    let message = site.message(NEW);
    stranger.log_in(&site, NEW).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 2, "an account of their own");
    // So nobody can plant an account under a stranger's address: the change is off now.
    let refused = browser.type_code(&message.code).await;
    assert_eq!(refused.location(), "/sessions/password?error=change_refused");
    assert!(!refused.logs_in());
    assert!(browser.follow(refused).await.says("Your address was not changed"));
    assert_eq!(stranger.logged_in_as().await.as_deref(), Some(NEW));
    let old = site.browser();
    old.log_in(&site, ADA).await;
    assert_eq!(old.logged_in_as().await.as_deref(), Some(ADA));
}

#[tokio::test]
async fn a_log_in_of_a_quarter_of_an_hour_is_fresh_enough() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    site.clock.advance(minutes(15));
    browser.change_email(NEW).await;
    assert_eq!(site.messages(NEW).len(), 1);
    assert!(!browser.is_logged_in().await);
}

/// A browser whose log-in was too long ago, and that has asked for the change.
async fn stale(site: &Site) -> Browser {
    let browser = logged_in(site).await;
    site.clock.advance(minutes(15) + Duration::from_millis(1));
    assert_eq!(browser.change_email(NEW).await.location(), "/sessions/password");
    assert!(site.messages(NEW).is_empty(), "nothing has begun yet");
    assert!(browser.is_logged_in().await);
    browser
}

#[tokio::test]
async fn an_older_log_in_proves_the_present_address_first_and_then_goes_on_by_itself() {
    for by_link in [false, true] {
        let site = Site::start().await;
        let browser = stale(&site).await;
        let page = browser.get("/sessions/password").await;
        assert_eq!(page.heading(), "Prove that it's you");
        assert!(page.says(ADA) && page.says(NEW), "what was typed is kept");
        assert_eq!(browser.get("/sessions/waiting").await.body, "sent", "being logged in is nothing to wait for");
        let message = site.message(ADA);
        assert_eq!(message.subject, "Change your address at Magic Auth");
        assert!(message.text.contains(NEW) && message.html.contains(NEW));
        let answer = if by_link {
            let page = browser.visit(&message.path).await;
            assert_eq!(page.heading(), "Change your address?");
            assert!(page.says(NEW));
            browser.click_link().await
        } else {
            browser.type_code(&message.code).await
        };
        assert_eq!(answer.location(), "/sessions/password");
        assert!(!answer.logs_in());
        assert_eq!(browser.follow(answer).await.heading(), "Check your new address");
        assert!(!browser.is_logged_in().await);
        assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
        assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
    }
}

#[tokio::test]
async fn proving_it_in_another_browser_logs_in_there_and_changes_nothing() {
    let site = Site::start().await;
    let browser = stale(&site).await;
    let (message, phone) = (site.message(ADA), site.browser());
    let page = phone.visit(&message.path).await;
    assert!(page.says("The change of address goes on only in the browser that asked."));
    assert!(phone.click_link_with(&message.code).await.logs_in());
    assert!(site.messages(NEW).is_empty());
    assert_eq!(phone.logged_in_as().await.as_deref(), Some(ADA));
    assert!(browser.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 0);
}

#[tokio::test]
async fn a_proof_that_comes_too_late_is_asked_for_again_with_the_address_kept() {
    let site = Site::start().await;
    let browser = stale(&site).await;
    site.clock.advance(minutes(10));
    let page = browser.visit("/sessions/password").await;
    assert_eq!(page.heading(), "Ask for a new code");
    let answer = browser.submit(&page, "/api/magic_auth/change_email", &[]).await;
    let page = browser.follow(answer).await;
    assert!(page.heading() == "Prove that it's you" && page.says(NEW));
    browser.type_code(&site.message(ADA).code).await;
    assert_eq!(site.messages(NEW).len(), 1);
}

#[tokio::test]
async fn a_confirmation_that_comes_too_late_leads_back_to_the_old_address() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    browser.change_email(NEW).await;
    site.clock.advance(minutes(10));
    let page = browser.visit("/sessions/password").await;
    assert!(page.says("Your address is still the old one."));
    assert!(
        page.form("/api/magic_auth/request_log_in").is_none(),
        "a code for the new one alone would make another account"
    );
    assert_eq!(browser.type_code(&site.message(NEW).code).await.location(), "/sessions/password?error=expired");
}

#[tokio::test]
async fn the_address_that_one_has_is_refused_at_the_field_and_nothing_ends() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    for same in [ADA, "ADA@Example.COM", "  ada@example.com "] {
        let answer = browser.change_email(same).await;
        assert_eq!(answer.location(), "/account?error=same_address");
        let page = browser.follow(answer).await;
        assert_eq!(page.field_error("email").as_deref(), Some("That is your address already. Type the new one."));
        assert_eq!(page.value("email"), same);
    }
    assert_eq!(site.email_count(), 1);
}

#[tokio::test]
async fn a_bad_address_is_refused_at_the_field_with_what_was_typed() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    for (bad, error) in [
        ("", "address_missing"),
        ("grace", "address_incomplete"),
        ("gr,ace@example.com", "address_character"),
        ("grace@-", "address_domain"),
        (&format!("{}@example.com", "g".repeat(65)), "address_too_long"),
    ] {
        let answer = browser.change_email(bad).await;
        assert_eq!(answer.location(), format!("/account?error={error}"));
        let page = browser.follow(answer).await;
        assert!(page.field_error("email").is_some(), "{bad}");
        assert_eq!(page.value("email"), bad);
        assert_eq!(browser.post_for_json("/api/magic_auth/change_email", &[("email", bad)]).await.status, 422);
    }
    let large = "g".repeat(100_000);
    assert_eq!(browser.change_email(&large).await.status, 413);
    assert_eq!(browser.post("/api/magic_auth/change_email", &[("email", NEW), ("email", ADA)]).await.status, 400);
    assert_eq!(site.email_count(), 1);
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn who_is_logged_out_changes_nothing() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let stale = browser.twin();
    browser.post("/api/magic_auth/log_out", crate::support::NO_FIELDS).await;
    let answer = stale.change_email(NEW).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out&return_to=/account");
    let answer = site.browser().change_email(NEW).await;
    assert_eq!(answer.location(), "/sessions/log_in?error=logged_out_meanwhile&return_to=/account");
    assert!(site.messages(NEW).is_empty());
}

#[tokio::test]
async fn two_clicks_at_once_are_one_change() {
    let site = Site::start().await;
    let browser = Arc::new(logged_in(&site).await);
    let clicks = (0..6).map(|_| {
        let browser = browser.twin();
        async move { browser.change_email(NEW).await }
    });
    let answers = at_once(clicks.collect()).await;
    let begun = answers.iter().filter(|answer| answer.location() == "/sessions/password").count();
    assert_eq!(begun, 1);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 1);
    assert_eq!(
        (site.messages(NEW).len(), site.messages(ADA).len()),
        (1, 2),
        "an email each, beside that of the log-in"
    );
}

#[tokio::test]
async fn another_email_can_be_asked_for() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    browser.change_email(NEW).await;
    site.clock.advance(seconds(30));
    assert_eq!(browser.resend().await.location(), "/sessions/password?notice=email_again");
    let messages = site.messages(NEW);
    assert_eq!(messages.len(), 2);
    assert!(browser.type_code(&messages[1].code).await.logs_in(), "the earlier one stays good");
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
}

#[tokio::test]
async fn of_the_email_that_proves_the_present_address_a_scanner_uses_nothing_up() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    site.clock.advance(crate::support::minutes(16));
    browser.change_email(NEW).await;
    let message = site.message(ADA);
    let before = site.database.dump().await;
    let scanner = site.browser();
    let page = scanner.visit(&message.path).await;
    assert!(page.says("The change of address goes on only in the browser that asked."));
    assert_eq!(scanner.click_link().await.location(), "/sessions/verify?error=code_needed");
    assert_eq!(site.database.dump().await, before);
    assert_eq!(browser.type_code(&message.code).await.location(), "/sessions/password");
    assert_eq!(site.messages(NEW).len(), 1);
}

#[tokio::test]
async fn who_asks_to_log_in_where_a_change_waits_gets_an_ordinary_email() {
    let site = Site::start().await;
    let (ada, owner) = (logged_in(&site).await, site.browser());
    owner.log_in(&site, EVE).await;
    // Taken: the email tells its owner to log in. Here in the same browser.
    ada.change_email(EVE).await;
    assert!(site.message(EVE).code.is_empty());
    ada.ask(EVE).await;
    let message = site.message(EVE);
    assert_eq!(message.subject, "Log in to Magic Auth");
    assert!(ada.type_code(&message.code).await.logs_in());
    assert_eq!(ada.logged_in_as().await.as_deref(), Some(EVE));

    // Free: an ordinary log-in moves no account.
    let ada = logged_in(&site).await;
    ada.change_email(NEW).await;
    ada.ask(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 3);
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes WHERE confirmed_at IS NOT NULL").await,
        0
    );
}

#[tokio::test]
async fn the_same_address_in_another_case_is_the_same_for_who_has_it_and_for_who_wants_it() {
    let site = Site::start().await;
    let (browser, owner) = (logged_in(&site).await, site.browser());
    owner.log_in(&site, EVE).await;
    assert_eq!(browser.change_email(" ADA@Example.COM ").await.location(), "/account?error=same_address");
    assert_eq!(browser.change_email("EVE@EXAMPLE.com").await.location(), "/sessions/password");
    assert!(site.message(EVE).code.is_empty(), "it is taken, however it is written");
    let browser = logged_in(&site).await;
    browser.change_email("GRACE@Example.com").await;
    assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
}
