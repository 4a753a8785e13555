//! A change of email address goes on only in the browser that asked: whoever reads a mistyped address gets no account,
//! and nobody is made to use an account that is somebody else's.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, Setup, Site};

const NEW: &str = "grace@example.com";
const WARNING: &str = "If you did not ask for this, give the code to nobody: your address would become that of somebody \
                       else's account.";
const ELSEWHERE: &str = "/sessions/verify?error=only_where_asked";

/// A browser that has asked for the change.
async fn asked(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser.change_email(NEW).await;
    browser
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn elsewhere_the_link_says_where_to_type_the_code_and_has_no_form() {
    let site = Site::start().await;
    let (_, reader) = (asked(&site).await, site.browser());
    let before = site.database.dump().await;
    let page = reader.visit(&site.message(NEW).path).await;
    assert_eq!(page.heading(), "Type the code where you asked");
    for words in [NEW, "Firefox on Linux", "127.0.0.1", "127.0.0.1, just now.", WARNING] {
        assert!(page.says(words), "{words} in {}", page.text());
    }
    let (main, _) = page.body.split_once("</main>").unwrap();
    assert!(!main.contains("<form") && !main.contains("<input"), "{main}");
    assert_eq!(site.database.dump().await, before, "opening changes nothing");
}

#[tokio::test]
async fn the_email_says_in_both_parts_to_whom_its_code_may_be_given() {
    let site = Site::start().await;
    let _ = asked(&site).await;
    let message = site.message(NEW);
    assert!(in_one_line(&message.text).contains(WARNING), "{}", message.text);
    assert!(in_one_line(&message.html).contains(WARNING), "{}", message.html);
    for part in [&message.text, &message.html] {
        assert!(!part.contains("asks for the code as well") && !part.contains("ignore it"), "{part}");
    }
}

#[tokio::test]
async fn the_right_code_elsewhere_moves_nobody_and_costs_no_try() {
    let site = Site::start().await;
    let (browser, reader, eve) = (asked(&site).await, site.browser(), site.browser());
    eve.log_in(&site, EVE).await;
    let message = site.message(NEW);
    for other in [&reader, &eve] {
        other.get(&message.path).await;
        for typed in [message.code.as_str(), &message.wrong_code(), "", "no code"] {
            let answer = other.click_link_with(typed).await;
            assert_eq!(answer.location(), ELSEWHERE, "{typed:?}");
            assert!(!answer.logs_in());
        }
        let page = other.follow(other.click_link().await).await;
        assert_eq!(page.heading(), "Type the code where you asked");
        assert_eq!(
            other.post_for_json("/api/magic_auth/log_in_with_link", &[("code", &message.code)]).await.status,
            422
        );
    }
    assert_eq!(
        site.database.number("SELECT SUM(tries + link_tries) FROM challenges WHERE change_id IS NOT NULL").await,
        0
    );
    assert_eq!(site.database.number("SELECT COUNT(*) FROM failed_codes").await, 0);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM users WHERE email = 'ada@example.com'").await, 1);
    assert_eq!(eve.logged_in_as().await.as_deref(), Some(EVE), "who is logged in there stays so");
    assert!(reader.cookie("__Host-magic_auth_device").is_none());
    assert!(browser.type_code(&message.code).await.logs_in(), "where it was asked it goes on");
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
}

#[tokio::test]
async fn what_is_tried_elsewhere_counts_for_the_client() {
    let site = Setup::new().with_limits().set("--codes-per-client", "3").start().await;
    let (_, reader) = (asked(&site).await, site.browser());
    let message = site.message(NEW);
    reader.get(&message.path).await;
    // One of three was spent on logging in.
    for _ in 0..2 {
        assert_eq!(reader.post("/api/magic_auth/log_in_with_link", NO_FIELDS).await.location(), ELSEWHERE);
    }
    assert_eq!(reader.click_link_with(&message.code).await.status, 429);
}

#[tokio::test]
async fn where_it_was_asked_there_are_five_tries_as_ever() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    let message = site.message(NEW);
    for _ in 0..4 {
        assert_eq!(browser.type_code(&message.wrong_code()).await.location(), "/sessions/password?error=wrong_code");
    }
    assert_eq!(browser.type_code(&message.wrong_code()).await.location(), "/sessions/password?error=tries_used_up");
    assert_eq!(browser.type_code(&message.code).await.location(), "/sessions/password?error=tries_used_up");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM users WHERE email = 'ada@example.com'").await, 1);
}
