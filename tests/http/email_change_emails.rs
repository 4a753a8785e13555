//! The emails of a change of address.

use crate::support::{ADA, EVE, MailServer, Setup, Site, days, hours, minutes, text_of};
use std::time::Duration;

const NEW: &str = "grace@example.com";

#[tokio::test]
async fn both_emails_say_what_happens_who_asked_and_what_to_do() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    let (confirm, notice) = (site.message(NEW), site.message(ADA));

    assert_eq!(confirm.subject, "Confirm your new address for Magic Auth");
    assert_eq!(notice.subject, "Your address at Magic Auth is about to change");
    let code = confirm.code.as_str();
    for part in [&confirm.text, &text_of(&confirm.html)] {
        for words in [code, &confirm.link, NEW, "Firefox on Linux", "127.0.0.1", "10 minutes", "14:15 UTC"] {
            assert!(part.contains(words), "{words}: {part}");
        }
        assert!(!part.contains(ADA), "a stranger's mailbox does not learn the old one: {part}");
    }
    for part in [&notice.text, &notice.html] {
        for words in
            [ADA, NEW, &notice.link, "Firefox on Linux", "127.0.0.1", "14:05 UTC", "7 days", "29 November 2026"]
        {
            assert!(part.contains(words), "{words}: {part}");
        }
        assert!(!part.contains(code) && !part.contains("verify?token"), "nothing to log in with: {part}");
    }
    assert!(notice.path.starts_with("/account/email/undo?token="));
    for message in [&confirm, &notice] {
        assert!(!message.subject.contains(&confirm.code));
        assert!(message.text.lines().any(|line| line == message.link), "the link on a line of its own");
        assert!(
            message.text.lines().all(|line| line == message.link || line.chars().count() <= 72),
            "{}",
            message.text
        );
        assert!(!message.html.contains("<img") && !message.html.contains("src="));
    }
}

#[tokio::test]
async fn the_other_emails_are_as_short() {
    let site = Site::start().await;
    let (browser, owner) = (site.browser(), site.browser());
    browser.log_in(&site, ADA).await;
    owner.log_in(&site, EVE).await;
    site.clock.advance(minutes(15) + Duration::from_millis(1));
    browser.change_email(EVE).await;
    let prove = site.message(ADA);
    assert_eq!(prove.subject, "Change your address at Magic Auth");
    browser.type_code(&prove.code).await;
    let taken = site.message(EVE);
    for message in [&prove, &taken] {
        assert!(
            message.text.lines().all(|line| line.contains("://") || line.chars().count() <= 72),
            "{}",
            message.text
        );
        assert!(message.text.contains("Firefox on Linux") && message.html.contains("127.0.0.1"));
    }
}

#[tokio::test]
async fn nothing_of_a_change_can_be_read_from_the_database() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    let (confirm, notice) = (site.message(NEW), site.message(ADA));
    browser.get(&notice.path).await;
    let dump = site.database.dump().await.join("\n");
    assert!(dump.contains(NEW), "the search finds what is there");
    for secret in [&confirm.code, confirm.token(), notice.token(), &browser.cookie("__Host-magic_auth_undo").unwrap()] {
        assert!(!dump.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn an_address_that_was_left_lately_is_not_said_to_be_an_accounts_own() {
    let site = Site::start().await;
    let (ada, eve) = (site.browser(), site.browser());
    ada.log_in(&site, ADA).await;
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    eve.log_in(&site, EVE).await;
    assert_eq!(eve.change_email(ADA).await.location(), "/sessions/password");
    let message = site.message(ADA);
    for part in [&message.text, &message.html] {
        assert!(part.contains("An account had") && part.contains("it is kept free"), "{part}");
        assert!(!part.contains("log in with this address"), "that would be refused: {part}");
    }
    assert!(message.code.is_empty() && message.link.is_empty());
    assert!(message.text.lines().all(|line| line.chars().count() <= 72), "{}", message.text);
    site.clock.advance(days(7));
    eve.log_in(&site, EVE).await;
    eve.change_email(ADA).await;
    assert!(!site.message(ADA).code.is_empty(), "free after a week");
}

/// A site whose emails go through this mail server.
async fn with_mail(mail: &MailServer) -> Site {
    Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <notes@localhost>").start().await
}

#[tokio::test]
async fn word_to_the_old_address_is_tried_again_until_it_has_arrived() {
    let mail = MailServer::start().await;
    let site = with_mail(&mail).await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.auth.finish_deliveries().await;
    let message = mail.messages(ADA).pop().unwrap();
    let code: String = message.lines().find(|line| line.starts_with("    ")).unwrap().split_whitespace().collect();
    assert!(browser.type_code(&code).await.logs_in());

    mail.close(true);
    assert_eq!(browser.change_email(NEW).await.location(), "/sessions/password");
    site.auth.finish_deliveries().await;
    for wait in [minutes(1), minutes(10)] {
        site.clock.advance(wait);
        settle(&site).await;
        assert_eq!(mail.messages(ADA).len(), 1, "it is still closed");
    }
    mail.close(false);
    site.clock.advance(hours(1));
    while mail.messages(ADA).len() < 2 {
        tokio::task::yield_now().await;
    }
    assert!(mail.messages(ADA)[1].contains("/account/email/undo?token="));
    site.clock.advance(days(1));
    settle(&site).await;
    assert_eq!(mail.messages(ADA).len(), 2, "once is enough");
    assert!(mail.messages(NEW).is_empty(), "what the person waits for is the person's to ask for again");
}

/// Lets everything that can go on by itself do so.
async fn settle(site: &Site) {
    for _ in 0..3 {
        assert_eq!(site.browser().get("/healthz").await.status, 200);
        site.auth.finish_deliveries().await;
    }
}
