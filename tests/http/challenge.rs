//! How long a challenge lasts, how many codes it takes, how many emails it sends.

use crate::support::{ADA, Browser, CHALLENGE, Database, LINK, SetClock, Setup, Site, minutes, seconds};
use leptos_magic_auth::internals::auth::Random;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

async fn asked(site: &Site) -> Browser {
    let browser = site.browser();
    browser.ask(ADA).await;
    browser
}

async fn error_of_code(browser: &Browser, code: &str) -> String {
    browser.type_code(code).await.location().replace("/sessions/password?error=", "")
}

#[tokio::test]
async fn an_email_is_good_for_ten_minutes_to_the_second() {
    let site = Site::start().await;
    let (in_time, by_link, late) = (asked(&site).await, site.browser(), site.browser());
    let code = site.message(ADA).code;
    by_link.ask("link@example.com").await;
    late.ask("late@example.com").await;
    let (link, late_email) = (site.message("link@example.com").path, site.message("late@example.com"));

    site.clock.advance(seconds(599));
    assert!(in_time.type_code(&code).await.logs_in(), "at 599 s the code is good");
    by_link.get(&link).await;
    assert!(by_link.click_link().await.logs_in(), "and so is the link");

    site.clock.advance(seconds(1));
    assert_eq!(error_of_code(&late, &late_email.code).await, "expired");
    let page = late.visit("/sessions/password").await;
    assert!(page.messages()[0].contains("This email has expired."), "{:?}", page.messages());
    assert_eq!(late.get("/sessions/waiting").await.body, "expired");
    assert_eq!(late.visit(&late_email.path).await.heading(), "This link has expired");
    assert_eq!(late.click_link().await.location(), "/sessions/verify?error=expired");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 2);
}

#[tokio::test]
async fn an_email_is_good_until_the_last_millisecond() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    site.clock.advance(Duration::from_millis(599_999));
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
}

#[tokio::test]
async fn an_ended_challenge_is_asked_for_anew_with_one_click() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/log_in?return_to=/account%3Fa%3Db").await;
    browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", ADA), ("remember", "false")]).await;
    site.clock.advance(minutes(10));

    let page = browser.visit("/sessions/password").await;
    let answer = browser.submit(&page, "/api/magic_auth/request_log_in", &[]).await;
    assert_eq!(browser.follow(answer).await.heading(), "Check your email");
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/account?a=b", "the way back is not lost");
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE remember").await,
        0,
        "nor what was ticked"
    );
}

#[tokio::test]
async fn the_lifetime_can_be_shorter() {
    let site = Setup::new().set("--email-lifetime", "2m").start().await;
    let browser = asked(&site).await;
    site.clock.advance(seconds(120));
    assert_eq!(error_of_code(&browser, &site.message(ADA).code).await, "expired");
}

#[tokio::test]
async fn five_codes_may_be_tried_and_then_even_the_right_one_is_refused() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    let message = site.message(ADA);
    for left in ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left."] {
        let answer = browser.type_code(&message.wrong_code()).await;
        let page = browser.follow(answer).await;
        assert_eq!(
            page.field_error("code"),
            Some(format!("That code didn't match. {left} Type it again, or open the link in the email."))
        );
    }
    assert_eq!(error_of_code(&browser, &message.wrong_code()).await, "tries_used_up");
    assert_eq!(error_of_code(&browser, &message.code).await, "tries_used_up");
    assert_eq!(browser.get("/sessions/waiting").await.body, "tries_used_up");
    assert_eq!(browser.visit("/sessions/password").await.heading(), "Ask for a new code");
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 5);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
}

#[tokio::test]
async fn the_fifth_try_may_be_the_right_one() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    let message = site.message(ADA);
    for _ in 0..4 {
        assert_eq!(error_of_code(&browser, &message.wrong_code()).await, "wrong_code");
    }
    assert!(browser.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn a_code_is_counted_before_it_is_compared_so_what_cannot_be_counted_is_not_compared() {
    let site = Site::start().await;
    let (browser, other) = (asked(&site).await, site.browser());
    let message = site.message(ADA);
    other.get(&message.path).await;
    site.database.break_writes("UPDATE OF tries, link_tries", "challenges").await;
    for code in [message.wrong_code(), message.code.clone()] {
        assert_eq!(browser.type_code(&code).await.status, 503);
        assert_eq!(other.click_link_with(&code).await.status, 503);
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
    site.database.mend().await;
    assert!(browser.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn what_is_no_code_costs_no_try() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    for typed in ["", "12345", "1234567", "abcdef", "12345a"] {
        assert_eq!(error_of_code(&browser, typed).await, "not_a_code", "{typed:?}");
    }
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 0);
}

#[tokio::test]
async fn another_email_comes_after_thirty_seconds_and_not_before() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    site.clock.advance(Duration::from_millis(29_999));
    let page = browser.resend().await;
    assert_eq!(page.location(), "/sessions/password?error=too_soon");
    assert!(browser.follow(page).await.messages()[0].contains("An email is on its way."));
    assert_eq!(site.email_count(), 1);

    site.clock.advance(Duration::from_millis(1));
    let answer = browser.resend().await;
    assert_eq!(answer.location(), "/sessions/password?notice=email_again");
    assert!(browser.follow(answer).await.messages()[0].contains("We sent you another email."));
    assert_eq!(site.email_count(), 2);
}

#[tokio::test]
async fn asking_again_for_the_same_address_sends_another_email_of_the_same_challenge() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    let secret = browser.cookie(CHALLENGE);
    browser.ask(ADA).await;
    assert_eq!(site.email_count(), 1, "a second click changes nothing");
    site.clock.advance(seconds(30));
    browser.ask(ADA).await;
    assert_eq!((site.email_count(), browser.cookie(CHALLENGE)), (2, secret));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_challenges").await, 1);
}

#[tokio::test]
async fn three_emails_may_be_good_at_a_time_and_each_of_them_logs_in() {
    for chosen in 0..3 {
        let site = Site::start().await;
        let browser = asked(&site).await;
        for _ in 0..2 {
            site.clock.advance(seconds(30));
            browser.resend().await;
        }
        site.clock.advance(seconds(30));
        assert_eq!(browser.resend().await.location(), "/sessions/password?error=enough_emails");
        let messages = site.messages(ADA);
        assert_eq!(messages.len(), 3);
        assert!(browser.type_code(&messages[chosen].code).await.logs_in(), "email {chosen}");
    }
}

#[tokio::test]
async fn each_email_ends_at_its_own_time_and_makes_room_for_another() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    for _ in 0..2 {
        site.clock.advance(minutes(4));
        browser.resend().await;
    }
    let oldest = site.messages(ADA).pop().unwrap();
    site.clock.advance(minutes(2) - Duration::from_millis(1));
    assert_eq!(browser.resend().await.location(), "/sessions/password?error=enough_emails");
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(error_of_code(&browser, &oldest.code).await, "wrong_code", "the first email has ended");
    assert_eq!(browser.visit(&oldest.path).await.heading(), "This link has expired");
    assert_eq!(browser.resend().await.location(), "/sessions/password?notice=email_again");
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
}

#[tokio::test]
async fn another_email_brings_no_new_tries() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    for _ in 0..4 {
        error_of_code(&browser, &site.message(ADA).wrong_code()).await;
    }
    site.clock.advance(seconds(30));
    browser.resend().await;
    site.clock.advance(seconds(30));
    browser.ask(ADA).await;
    assert_eq!(site.email_count(), 3);
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 4);
    assert_eq!(error_of_code(&browser, &site.message(ADA).wrong_code()).await, "tries_used_up");
    assert_eq!(error_of_code(&browser, &site.message(ADA).code).await, "tries_used_up");
    site.clock.advance(seconds(30));
    assert_eq!(browser.resend().await.location(), "/sessions/password?error=tries_used_up");
}

#[tokio::test]
async fn whoever_has_used_up_the_tries_still_has_the_link() {
    let site = Site::start().await;
    let browser = asked(&site).await;
    for _ in 0..5 {
        error_of_code(&browser, &site.message(ADA).wrong_code()).await;
    }
    browser.get(&site.message(ADA).path).await;
    assert!(browser.cookie(LINK).is_some());
    assert!(browser.click_link().await.logs_in());
}

#[tokio::test]
async fn an_email_that_ends_while_its_code_is_looked_at_logs_nobody_in() {
    let late: Arc<OnceLock<SetClock>> = Arc::default();
    let clock = late.clone();
    // The session's token is drawn after the code was found right and before anything is written.
    let random = Random::from_fn(move |bytes| {
        Random::system().fill(bytes);
        if let (Some(clock), 32) = (clock.get(), bytes.len()) {
            clock.advance(seconds(1));
        }
    });
    let site = Setup::new().random(random).start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let first = site.message(ADA);
    site.clock.advance(seconds(300));
    browser.resend().await;
    let second = site.message(ADA);
    site.clock.advance(seconds(299));
    assert!(late.set(site.clock.clone()).is_ok());
    assert_eq!(browser.type_code(&first.code).await.location(), "/sessions/password?error=expired");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
    assert!(browser.type_code(&second.code).await.logs_in(), "nothing was used up");
}

#[tokio::test]
async fn a_challenge_that_is_ended_while_its_code_is_looked_at_logs_nobody_in() {
    let late: Arc<Mutex<Option<Database>>> = Arc::default();
    let database = late.clone();
    // As above: after the code was found right, somebody takes back what it was for.
    let random = Random::from_fn(move |bytes| {
        Random::system().fill(bytes);
        if bytes.len() == 32
            && let Some(database) = database.lock().unwrap().take()
        {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let end = async move { database.run("UPDATE magic_auth_challenges SET ends_at = 1").await };
            std::thread::spawn(move || runtime.block_on(end)).join().unwrap();
        }
    });
    let site = Setup::new().random(random).start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    // Else the writer may be held by a task that cannot go on while this thread stands still.
    while site.database.number("SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'pending'").await > 0 {
        tokio::task::yield_now().await;
    }
    *late.lock().unwrap() = Some(site.database.clone());
    assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), "/sessions/password?error=expired");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
}
