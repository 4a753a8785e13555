//! What somebody can do who is not the one who asked.

use crate::support::{ADA, Answer, Browser, CHALLENGE, EVE, Setup, Site, assert_alike, hours};

async fn guess(browser: &Browser) -> String {
    browser.type_code("000000").await.shape(&[])
}

#[tokio::test]
async fn without_a_challenge_of_ones_own_every_code_gets_the_same_answer() {
    let site = Site::start().await;
    let before = guess(&site.browser()).await;
    let victim = site.browser();
    victim.ask(ADA).await;
    let stranger = site.browser();
    let right = stranger.type_code(&site.message(ADA).code).await;
    assert_eq!(right.location(), "/sessions/log_in?error=no_challenge");
    // The answer brings back what was typed, in a cookie that `shape` blots out.
    assert_eq!(right.shape(&[]), before, "while a challenge is open");
    assert!(victim.type_code(&site.message(ADA).code).await.logs_in(), "the right code was not used up");
    assert_eq!(guess(&site.browser()).await, before, "once the address is known");

    let forger = site.browser();
    forger.set_cookie(CHALLENGE, &"A".repeat(43));
    assert_eq!(guess(&forger).await, before, "with a secret of nobody");
    assert_eq!(site.database.number("SELECT SUM(tries) FROM magic_auth_challenges").await, 1);
}

#[tokio::test]
async fn a_strangers_guesses_use_up_only_the_strangers_own_challenge() {
    let site = Site::start().await;
    let (victim, stranger) = (site.browser(), site.browser());
    victim.ask(ADA).await;
    let message = site.message(ADA);
    stranger.ask(ADA).await;
    for _ in 0..6 {
        stranger.type_code(&site.message(ADA).wrong_code()).await;
    }
    assert_eq!(stranger.get("/sessions/waiting").await.body, "tries_used_up");
    assert_eq!(victim.get("/sessions/waiting").await.body, "sent");
    assert_eq!(site.database.number("SELECT MIN(tries) FROM magic_auth_challenges").await, 0);
    assert!(victim.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn the_code_of_one_challenge_opens_no_other_of_the_same_address() {
    let site = Site::start().await;
    let (victim, stranger) = (site.browser(), site.browser());
    victim.ask(ADA).await;
    let message = site.message(ADA);
    stranger.ask(ADA).await;
    let answer = stranger.type_code(&message.code).await;
    assert_eq!(answer.location(), "/sessions/password?error=wrong_code");
}

/// A hundred wrong codes for an address: five for each of twenty challenges, by as many browsers.
async fn fail_a_hundred_times(site: &Site, email: &str) {
    for _ in 0..20 {
        site.clock.advance(hours(2));
        let stranger = site.browser();
        stranger.ask(email).await;
        let wrong = site.message(email).wrong_code();
        for _ in 0..5 {
            stranger.type_code(&wrong).await;
        }
    }
    site.clock.advance(hours(2));
}

/// Argon2's cost is no matter here, and hundreds of codes are tried.
async fn cheap() -> Site {
    Setup::new().set("--argon2-memory", "8").start().await
}

#[tokio::test]
async fn after_a_hundred_failures_a_code_alone_is_refused_and_the_link_logs_in() {
    let site = cheap().await;
    fail_a_hundred_times(&site, ADA).await;
    assert_eq!(site.database.number("SELECT failures FROM magic_auth_failed_codes").await, 100);

    let victim = site.browser();
    victim.ask(ADA).await;
    let message = site.message(ADA);
    assert!(message.text.contains("Use the link; the code works only together with it"), "{}", message.text);
    assert!(message.html.contains("Use the link; the code works only together with it"), "{}", message.html);
    let answer = victim.type_code(&message.code).await;
    assert_eq!(answer.location(), "/sessions/password?error=wrong_code", "even the right one");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 0, "nobody has proved the address");
    let words = "That code didn't match. 4 tries left. Type it again, or open the link in the email.";
    assert_eq!(victim.follow(answer).await.field_error("code").as_deref(), Some(words));
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges ORDER BY id DESC LIMIT 1").await, 1);
    assert_eq!(site.database.number("SELECT failures FROM magic_auth_failed_codes").await, 100);

    victim.get(&message.path).await;
    let page = victim.visit("/sessions/password").await;
    assert!(page.form("/api/magic_auth/log_in_with_code").is_none(), "no field for what cannot work");
    assert!(page.says("Open the link in the newest email instead."), "{}", page.text());
    let answer = victim.type_code(&message.code).await;
    assert_eq!(answer.location(), "/sessions/password?error=codes_off", "whoever reads the mailbox is told");
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges ORDER BY id DESC LIMIT 1").await, 1);
    assert!(victim.click_link().await.logs_in());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_failed_codes").await, 0);

    site.clock.advance(hours(2));
    let again = site.browser();
    assert!(again.ask(ADA).await.form("/api/magic_auth/log_in_with_code").is_some());
    assert!(again.type_code(&site.message(ADA).code).await.logs_in(), "a link switches codes on again");
}

#[tokio::test]
async fn that_codes_are_off_is_told_to_nobody_who_does_not_read_the_mailbox() {
    let site = cheap().await;
    let returning = site.browser();
    returning.log_in(&site, ADA).await;
    returning.post("/api/magic_auth/log_out", crate::support::NO_FIELDS).await;
    fail_a_hundred_times(&site, ADA).await;

    // Somebody who has never been here, and somebody who reads another mailbox.
    let elsewhere = site.browser();
    elsewhere.log_in(&site, EVE).await;
    elsewhere.post("/api/magic_auth/log_out", crate::support::NO_FIELDS).await;
    elsewhere.get(&site.message(EVE).path).await;
    for (off, on) in [(site.browser(), site.browser()), (elsewhere.twin(), elsewhere.twin())] {
        let asked = [off.ask(ADA).await, on.ask("bob@example.com").await];
        let (right, wrong) = (site.message(ADA).code, site.message("bob@example.com").wrong_code());
        let blots = [
            [ADA.to_owned(), asked[0].value("challenge"), right.clone()],
            ["bob@example.com".to_owned(), asked[1].value("challenge"), wrong.clone()],
        ];
        let shape = |at: usize, answer: &Answer| answer.shape(&blots[at].each_ref().map(String::as_str));
        assert_alike("the pages", &shape(0, &asked[0]), &shape(1, &asked[1]));
        for _ in 0..6 {
            // The right one for whom codes are off.
            let tried = [off.type_code(&right).await, on.type_code(&wrong).await];
            assert_alike("the answers", &shape(0, &tried[0]), &shape(1, &tried[1]));
            let pages = [off.get(tried[0].location()).await, on.get(tried[1].location()).await];
            assert_alike("their pages", &shape(0, &pages[0]), &shape(1, &pages[1]));
        }
        site.clock.advance(hours(2));
    }

    let page = returning.ask(ADA).await;
    assert!(page.form("/api/magic_auth/log_in_with_code").is_none(), "a browser that has logged in before is told");
    let answer = returning.type_code(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/sessions/password?error=codes_off");
}

#[tokio::test]
async fn after_a_hundred_failures_a_link_with_its_code_still_logs_in_elsewhere() {
    let site = cheap().await;
    fail_a_hundred_times(&site, ADA).await;
    site.browser().ask(ADA).await;
    let message = site.message(ADA);
    let elsewhere = site.browser();
    elsewhere.get(&message.path).await;
    assert!(elsewhere.click_link_with(&message.code).await.logs_in());
}

#[tokio::test]
async fn after_ninety_nine_failures_a_code_logs_in_and_the_count_begins_anew() {
    let site = cheap().await;
    fail_a_hundred_times(&site, ADA).await;
    site.database.run("UPDATE magic_auth_failed_codes SET failures = 99").await;
    site.browser().log_in(&site, ADA).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_failed_codes").await, 0);
}

#[tokio::test]
async fn failures_for_one_address_are_no_matter_for_another() {
    let site = cheap().await;
    fail_a_hundred_times(&site, ADA).await;
    site.browser().log_in(&site, EVE).await;
}
