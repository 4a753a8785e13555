//! A log-in with a browser that is new to the account tells its user.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, ScriptedServer, Setup, Site, at_once, hours, seconds};
use reqwest::Method;
use std::{sync::atomic::Ordering, time::Duration};

const NEW: &str = "grace@example.com";

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

/// Logs this browser out and in.
async fn logs_in_again(browser: &Browser, site: &Site, email: &str) {
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    browser.log_in(site, email).await;
}

/// How many of these emails there are to this address once a new browser has logged in.
async fn told_after_one_more(site: &Site, email: &str) -> usize {
    logged_in(site, email).await;
    site.emails_of_new_browsers(email).len()
}

#[tokio::test]
async fn a_new_browser_tells_the_user_once_and_the_accounts_first_one_nobody() {
    let site = Site::start().await;
    let first = logged_in(&site, ADA).await;
    logs_in_again(&first, &site, ADA).await;
    assert!(site.emails_of_new_browsers(ADA).is_empty(), "an account's first browser is nobody else's");
    let mut second = site.browser();
    second.user_agent =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    second.ask(ADA).await;
    second.type_code(&site.message(ADA).wrong_code()).await;
    assert!(site.emails_of_new_browsers(ADA).is_empty(), "nobody has logged in");
    assert!(second.type_code(&site.message(ADA).code).await.logs_in());

    let email = site.emails_of_new_browsers(ADA).pop().unwrap();
    assert_eq!(email.subject, "A new browser logged in to Magic Auth");
    assert_eq!(email.link, format!("{}/account", site.url), "nothing secret");
    assert_eq!(email.code, "");
    let what_to_do = ["change the password of your email account", "log out everywhere"];
    for part in [&email.text, &email.html] {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [ADA, "Chrome on Linux", "127.0.0.1", "22 November 2026, 14:05 UTC"].iter().chain(&what_to_do) {
            assert!(part.contains(words), "{words}: {part}");
        }
        assert!(!part.contains("token="), "{part}");
    }
    let list = second.get("/account").await;
    assert!(list.says("Chrome on Linux"), "the name that the list has");

    logs_in_again(&second, &site, ADA).await;
    logs_in_again(&second, &site, EVE).await;
    assert_eq!(site.emails_of_new_browsers(ADA).len(), 1, "it is known now");
    assert!(site.emails_of_new_browsers(EVE).is_empty());
    logs_in_again(&first, &site, EVE).await;
    assert_eq!(site.emails_of_new_browsers(EVE).len(), 1, "what one account knows is new to another");
}

#[tokio::test]
async fn a_link_opened_elsewhere_tells_and_an_answer_that_was_lost_tells_no_second_time() {
    let site = Site::start().await;
    logged_in(&site, ADA).await;
    let (asker, elsewhere) = (site.browser(), site.browser());
    asker.ask(ADA).await;
    let message = site.message(ADA);
    elsewhere.get(&message.path).await;
    assert!(elsewhere.click_link_with(&message.code).await.logs_in());
    assert_eq!(site.emails_of_new_browsers(ADA).len(), 1);

    asker.ask(ADA).await;
    let (code, repeats) = (site.message(ADA).code, asker.twin());
    assert!(asker.type_code(&code).await.logs_in());
    assert!(repeats.type_code(&code).await.logs_in());
    assert_eq!(site.emails_of_new_browsers(ADA).len(), 2, "one log-in, one email");
    logs_in_again(&repeats, &site, ADA).await;
    assert_eq!(site.emails_of_new_browsers(ADA).len(), 2, "and it is known by the second answer");
}

#[tokio::test]
async fn who_confirms_a_change_hears_of_nothing_and_nor_does_who_is_led_to_undo_it() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email(NEW).await;
    assert!(ada.type_code(&site.message(NEW).code).await.logs_in());
    let owner = site.browser();
    owner.ask(ADA).await;
    assert_eq!(owner.type_code(&site.message(ADA).code).await.location(), "/account/email/undo");
    assert!(site.emails_of_new_browsers(NEW).is_empty() && site.emails_of_new_browsers(ADA).is_empty());
    logged_in(&site, NEW).await;
    assert_eq!(site.emails_of_new_browsers(NEW).len(), 1, "the account's address hears of it");
    assert!(site.emails_of_new_browsers(ADA).is_empty(), "and no other");
}

#[tokio::test]
async fn there_are_three_in_any_24_hours_at_the_most() {
    let site = Site::start().await;
    logged_in(&site, ADA).await;
    for count in 1..=3 {
        assert_eq!(told_after_one_more(&site, ADA).await, count);
        site.clock.advance(hours(1));
    }
    assert_eq!(told_after_one_more(&site, ADA).await, 3);
    site.clock.advance(hours(21) - Duration::from_millis(1));
    assert_eq!(told_after_one_more(&site, ADA).await, 3, "24 hours after the first but for a moment");
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(told_after_one_more(&site, ADA).await, 4);
    assert_eq!(told_after_one_more(&site, ADA).await, 4, "the second of them was an hour later");
    site.clock.advance(hours(1));
    assert_eq!(told_after_one_more(&site, ADA).await, 5);
    logged_in(&site, EVE).await;
    assert_eq!(told_after_one_more(&site, EVE).await, 1, "another user's are counted apart");
}

#[tokio::test]
async fn of_many_new_browsers_at_once_three_tell() {
    let site = Site::start().await;
    logged_in(&site, ADA).await;
    let mut log_ins = Vec::new();
    for _ in 0..6 {
        let browser = site.browser();
        browser.ask(ADA).await;
        let code = site.message(ADA).code;
        log_ins.push(async move { browser.type_code(&code).await });
    }
    assert!(at_once(log_ins).await.iter().all(|answer| answer.logs_in()));
    assert_eq!(site.emails_of_new_browsers(ADA).len(), 3);
}

#[tokio::test]
async fn it_says_which_network_and_not_which_machine_and_takes_from_no_limit() {
    let site = Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    logged_in(&site, ADA).await;
    for (client, network) in [("203.0.113.7", "203.0.113.x"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:x")] {
        site.clock.advance(hours(1));
        let browser = site.browser();
        browser.ask(ADA).await;
        let before = budgets_of_emails(&site).await;
        let code = site.message(ADA).code;
        let typed = browser.request(Method::POST, "/api/magic_auth/log_in_with_code").header("x-forwarded-for", client);
        assert!(typed.form(&[("code", &code)]).send().await.logs_in());
        assert_eq!(budgets_of_emails(&site).await, before);
        let email = site.emails_of_new_browsers(ADA).remove(0);
        for part in [&email.text, &email.html] {
            assert!(part.contains(network) && !part.contains(client), "{part}");
        }
    }
}

/// What the limits know of emails that people ask for.
async fn budgets_of_emails(site: &Site) -> Vec<String> {
    let rows = site.database.dump().await.into_iter();
    rows.filter(|row| row.starts_with("limits: ") && row.contains("magic_links")).collect()
}

#[tokio::test]
async fn where_a_mail_server_hangs_on_them_emails_to_log_in_with_still_go_out() {
    let (server, hangs) = ScriptedServer::that_may_hang().await;
    let setup = Setup::new().set("--smtp-url", &server.url).set("--mail-from", "Notes <notes@localhost>");
    let site = setup.set("--smtp-timeout", "60s").start().await;
    let first = site.browser();
    let mut asked = Vec::new();
    for number in 0..5 {
        let email = format!("p{number}@example.com");
        first.ask(&email).await;
        let code = code_in(&server.email_to(&email).await);
        assert!(first.type_code(&code).await.logs_in());
        first.post("/api/magic_auth/log_out", NO_FIELDS).await;
        site.clock.advance(seconds(60));
        let second = site.browser();
        second.ask(&email).await;
        asked.push((second, email));
    }
    let mut ready = Vec::new();
    for (second, email) in asked {
        ready.push((second, code_in(&server.nth_email_to(&email, 2).await)));
    }
    hangs.store(true, Ordering::SeqCst);
    let heard = server.count("RCPT");
    for (second, code) in ready {
        assert!(second.type_code(&code).await.logs_in());
    }
    while server.count("RCPT") < heard + 4 {
        tokio::task::yield_now().await;
    }
    hangs.store(false, Ordering::SeqCst);
    site.browser().ask(EVE).await;
    server.email_to(EVE).await;
}

fn code_in(email: &str) -> String {
    email.lines().find(|line| line.starts_with("    ")).unwrap().split_whitespace().collect()
}
