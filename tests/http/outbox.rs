//! Emails that must arrive: tried again until a mail server has taken them.

use crate::support::{ADA, Browser, MailServer, OwnDatabase, ScriptedServer, Setup, Site, days, hours, minutes};
use std::{sync::atomic::Ordering, time::Duration};

const NEW: &str = "grace@example.com";
const WAITING: &str = "SELECT COUNT(*) FROM magic_auth_outbox";

async fn with_mail(mail: &MailServer) -> Site {
    Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <notes@localhost>").start().await
}

/// A browser that is logged in through this mail server.
async fn logged_in(site: &Site, mail: &MailServer) -> Browser {
    let browser = site.browser();
    browser.ask(ADA).await;
    site.auth.finish_deliveries().await;
    let message = mail.messages(ADA).pop().unwrap();
    let code: String = message.lines().find(|line| line.starts_with("    ")).unwrap().split_whitespace().collect();
    assert!(browser.type_code(&code).await.logs_in());
    browser
}

/// Waits until sending was begun so often.
async fn attempts(site: &Site, count: i64) {
    while site.database.number("SELECT MAX(attempts) FROM magic_auth_outbox").await < count {
        tokio::task::yield_now().await;
    }
    site.auth.finish_deliveries().await;
}

async fn until_empty(site: &Site) {
    while site.database.number(WAITING).await > 0 {
        tokio::task::yield_now().await;
    }
    site.auth.finish_deliveries().await;
}

#[tokio::test]
async fn what_no_mail_server_takes_waits_in_the_database_and_goes_out_once_with_the_same_message_id() {
    let mail = MailServer::start().await;
    let site = with_mail(&mail).await;
    let browser = logged_in(&site, &mail).await;
    mail.close(true);
    assert_eq!(browser.change_email(NEW).await.location(), "/sessions/password");
    site.auth.finish_deliveries().await;
    for (pause, count) in [(minutes(1), 2), (minutes(2), 3)] {
        site.clock.advance(pause - Duration::from_millis(1));
        site.auth.finish_deliveries().await;
        assert_eq!(
            site.database.number("SELECT attempts FROM magic_auth_outbox").await,
            count - 1,
            "not before its time"
        );
        site.clock.advance(Duration::from_millis(1));
        attempts(&site, count).await;
    }
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_undo_tokens").await,
        3,
        "a link of its own each time"
    );
    let row = site.database.dump().await.into_iter().find(|row| row.starts_with("outbox: ")).unwrap();
    assert!(!row.contains("token="), "nothing secret waits: {row}");
    let id: String = row.split('\'').nth(1).unwrap().to_lowercase();
    mail.close(false);
    site.clock.advance(minutes(4));
    until_empty(&site).await;
    let arrived = mail.messages(ADA).pop().unwrap();
    assert!(arrived.replace('-', "").contains(&format!("Message-ID: <{id}@localhost>").replace('-', "")), "{arrived}");
    site.clock.advance(days(1));
    site.auth.finish_deliveries().await;
    assert_eq!(mail.messages(ADA).len(), 2, "once is enough");
    assert!(mail.messages(NEW).is_empty(), "what the person waits for is the person's to ask for again");
}

#[tokio::test]
async fn nobody_begins_a_second_sending_while_the_first_may_still_be_on_its_way() {
    let (server, hangs) = ScriptedServer::that_may_hang().await;
    let setup = Setup::new().set("--smtp-url", &server.url).set("--mail-from", "Notes <notes@localhost>");
    let site = setup.set("--smtp-timeout", "20s").start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let email = server.email_to(ADA).await;
    let code: String = email.lines().find(|line| line.starts_with("    ")).unwrap().split_whitespace().collect();
    assert!(browser.type_code(&code).await.logs_in());
    hangs.store(true, Ordering::SeqCst);
    browser.change_email(NEW).await;
    while site.database.number("SELECT attempts FROM magic_auth_outbox").await < 1 {
        tokio::task::yield_now().await;
    }
    // Thirteen times the limit for one answer, and the wait for a connection.
    let claimed = site.database.number("SELECT next_try_at - created_at FROM magic_auth_outbox").await;
    assert!(claimed >= 13 * 20_000 + 30_000, "{claimed}");
}

#[tokio::test]
async fn it_waits_over_a_restart() {
    let (mail, database) = (MailServer::start().await, OwnDatabase::new().await);
    let start = || {
        let setup = Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <notes@localhost>");
        setup.set("--database-url", &database.url()).start()
    };
    let mut first = start().await;
    let browser = logged_in(&first, &mail).await;
    mail.close(true);
    assert_eq!(browser.change_email(NEW).await.location(), "/sessions/password");
    first.auth.finish_deliveries().await;
    first.tell_to_stop();
    first.stopped().await;
    mail.close(false);
    let second = start().await;
    second.clock.advance(hours(1));
    while mail.messages(ADA).len() < 2 {
        tokio::task::yield_now().await;
    }
    assert!(mail.messages(ADA)[1].contains("/account/email/undo?token="));
}

#[tokio::test]
async fn what_a_mail_server_refuses_for_good_is_an_event_and_not_tried_again() {
    let mail = MailServer::start().await;
    let site = with_mail(&mail).await;
    let browser = logged_in(&site, &mail).await;
    mail.refuse();
    browser.change_email(NEW).await;
    until_empty(&site).await;
    let refused = "SELECT COUNT(*) FROM magic_auth_events WHERE name = 'email_undelivered' AND detail = 'refused'";
    assert_eq!(site.database.number(refused).await, 1);
}

#[tokio::test]
async fn after_seven_days_it_is_given_up_and_that_is_an_event() {
    let mail = MailServer::start().await;
    let site = with_mail(&mail).await;
    let browser = logged_in(&site, &mail).await;
    mail.close(true);
    browser.change_email(NEW).await;
    site.auth.finish_deliveries().await;
    assert_eq!(site.database.number(WAITING).await, 1);
    site.clock.advance(days(7));
    until_empty(&site).await;
    let given_up = "SELECT COUNT(*) FROM magic_auth_events WHERE name = 'email_undelivered' AND detail = 'given_up'";
    assert_eq!(site.database.number(given_up).await, 1);
    assert_eq!(mail.messages(ADA).len(), 1);
}

#[tokio::test]
async fn the_old_address_hears_of_the_move_and_the_new_one_of_the_undoing() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    let asked = site.message(ADA);
    assert!(site.notices(ADA).is_empty());
    assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
    let moved = site.notices(ADA).pop().unwrap();
    assert_eq!(moved.subject, "Your email address at Magic Auth has changed");
    for part in [&moved.text, &moved.html] {
        for words in [ADA, NEW, &moved.link, "Firefox on Linux", "127.0.0.1", "14:05 UTC", "29 November 2026"] {
            assert!(part.contains(words), "{words}: {part}");
        }
    }
    // The links of both emails are good, each in a browser of its own.
    for link in [&asked, &moved] {
        assert_eq!(site.browser().visit(&link.path).await.heading(), "Undo the change?");
    }
    assert!(site.notices(NEW).is_empty());
    assert_eq!(site.browser().undo_by(&moved).await.location(), "/sessions/log_in?notice=change_undone");
    let undone = site.notices(NEW).pop().unwrap();
    let drawn = site.database.number("SELECT COUNT(*) FROM magic_auth_undo_tokens").await;
    assert_eq!(drawn, 2, "none is drawn for an email that has no link");
    assert_eq!(undone.subject, "Your email address at Magic Auth has changed back");
    assert!(undone.link.is_empty() && !undone.html.contains("href") && !undone.text.contains(ADA), "{}", undone.text);
    for message in [&moved, &undone] {
        assert!(
            message.text.lines().all(|line| line == message.link || line.chars().count() <= 72),
            "{}",
            message.text
        );
    }
    assert_eq!(site.browser().visit(&asked.path).await.heading(), "Nothing to undo");
}

#[tokio::test]
async fn where_the_account_has_never_been_nobody_hears_of_the_undoing() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    assert_eq!(site.browser().undo_by(&site.message(ADA)).await.location(), "/sessions/log_in?notice=change_undone");
    assert!(site.notices(NEW).is_empty() && site.notices(ADA).is_empty());
    assert_eq!(site.database.number(WAITING).await, 0);
}
