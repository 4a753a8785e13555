//! Logging in with the code.

use crate::support::{ADA, Answer, Browser, CHALLENGE, EVE, NO_FIELDS, SESSION, Site, assert_alike, seconds};

#[tokio::test]
async fn from_a_fresh_database_a_code_logs_a_new_person_in() {
    let site = Site::start().await;
    let browser = site.browser();

    let wall = browser.visit("/account").await;
    assert_eq!(wall.path, "/sessions/log_in?notice=log_in&return_to=/account");
    let asked = browser.submit(&wall, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    let page = browser.follow(asked).await;
    assert_eq!((page.status, page.path.as_str()), (200, "/sessions/password"));
    assert!(page.says(&format!("We sent a code and a link to {ADA}.")), "{}", page.text());

    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &site.message(ADA).code)]).await;
    assert!(answer.logs_in());
    let account = browser.follow(answer).await;
    assert_eq!((account.status, account.path.as_str()), (200, "/account"));
    assert!(account.says(&format!("You log in with {ADA}.")), "{}", account.text());
    assert!(browser.visit("/").await.says(&format!("You are logged in as {ADA}.")));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
}

#[tokio::test]
async fn a_code_is_understood_however_it_is_written() {
    let site = Site::start().await;
    let ways: [fn(&str) -> String; 7] = [
        |code| format!("{} {}", &code[..3], &code[3..]),
        |code| format!("{}-{}", &code[..3], &code[3..]),
        |code| format!("  {code}\t\r\n"),
        |code| format!("\u{202A}{code}\u{202C}\u{AD}"),
        |code| format!("\u{FEFF}{}\u{2064}{}\u{FE0F}", &code[..3], &code[3..]),
        |code| code.chars().map(|c| char::from_u32(0xFF10 + c as u32 - u32::from(b'0')).unwrap()).collect(),
        |code| code.chars().map(|c| char::from_u32(0x660 + c as u32 - u32::from(b'0')).unwrap()).collect(),
    ];
    for way in ways {
        let browser = site.browser();
        browser.ask(ADA).await;
        let typed = way(&site.message(ADA).code);
        assert!(browser.type_code(&typed).await.logs_in(), "{typed:?}");
        site.clock.advance(seconds(60));
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1, "one address is one user");
}

#[tokio::test]
async fn codes_may_be_longer() {
    let site = crate::support::Setup::new().set("--code-digits", "8").start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    assert_eq!(message.code.len(), 8);
    let short = browser.type_code(&message.code[..6]).await;
    assert_eq!(short.location(), "/sessions/password?error=not_a_code");
    assert!(browser.type_code(&message.code).await.logs_in());
}

/// Everything that this browser is answered from the log-in page to the account, and what its email is called.
async fn answers_of_a_log_in(site: &Site, browser: &Browser, email: &str) -> Vec<Answer> {
    let page = browser.get("/sessions/log_in").await;
    let asked = browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", email)]).await;
    let code_page = browser.get(asked.location()).await;
    let waiting = browser.get("/sessions/waiting").await;
    let wrong = browser.type_code(&site.message(email).wrong_code()).await;
    let wrong_page = browser.get(wrong.location()).await;
    let too_soon = browser.resend().await;
    let too_soon_page = browser.get(too_soon.location()).await;
    let opened = browser.get(&site.message(email).path).await;
    let confirm = browser.get(opened.location()).await;
    let right = browser.type_code(&site.message(email).code).await;
    vec![page, asked, code_page, waiting, wrong, wrong_page, too_soon, too_soon_page, opened, confirm, right]
}

#[tokio::test]
async fn a_known_address_and_a_new_one_are_answered_alike() {
    let site = Site::start().await;
    site.browser().log_in(&site, ADA).await;
    site.clock.advance(seconds(60));

    let known_answers = answers_of_a_log_in(&site, &site.browser(), ADA).await;
    let new_answers = answers_of_a_log_in(&site, &site.browser(), EVE).await;
    assert!(known_answers.last().unwrap().logs_in());
    for (known, new) in known_answers.iter().zip(&new_answers) {
        let own = |email| {
            let message = site.message(email);
            let answers = if email == ADA { &known_answers } else { &new_answers };
            [email.to_owned(), message.path.clone(), message.wrong_code(), answers[2].value("challenge")]
        };
        let (of_known, of_new) = (own(ADA), own(EVE));
        let of = |own: &[String; 4], answer: &Answer| answer.shape(&own.each_ref().map(String::as_str));
        assert_alike(&known.path, &of(&of_known, known), &of(&of_new, new));
    }
}

#[tokio::test]
async fn a_wrong_code_comes_back_to_the_field_with_what_was_typed_and_what_is_left() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    let wrong = site.message(ADA).wrong_code();

    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &wrong)]).await;
    assert_eq!(answer.location(), "/sessions/password?error=wrong_code");
    let page = browser.follow(answer).await;
    assert_eq!(
        page.field_error("code").as_deref(),
        Some("That code didn't match. 4 tries left. Type it again, or open the link in the email.")
    );
    assert_eq!(page.value("code"), wrong);

    let again = browser.get("/sessions/password").await;
    assert_eq!(again.value("code"), "", "what was typed comes back once");
}

#[tokio::test]
async fn the_page_stays_usable_after_a_wrong_code_and_the_right_one_logs_in() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    let answer =
        browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &site.message(ADA).wrong_code())]).await;
    let page = browser.follow(answer).await;
    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &site.message(ADA).code)]).await;
    assert!(answer.logs_in());
}

#[tokio::test]
async fn the_code_page_needs_a_challenge_of_this_browser() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/password").await;
    assert_eq!(page.path, "/sessions/log_in?error=no_challenge");
    assert!(page.messages()[0].contains("Ask for a code in this browser first."), "{:?}", page.messages());
    assert_eq!(browser.get("/sessions/waiting").await.body, "no_challenge");
    assert_eq!(browser.resend().await.location(), "/sessions/log_in?error=no_challenge");
}

#[tokio::test]
async fn a_challenge_belongs_to_its_address_and_the_newest_asked_for_counts() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let first = browser.cookie(CHALLENGE);
    let page = browser.ask(EVE).await;
    assert!(page.says(EVE));
    assert_eq!(browser.cookie(CHALLENGE), first, "the browser is the same");
    let other = browser.type_code(&site.message(ADA).code).await;
    assert_eq!(other.location(), "/sessions/password?error=wrong_code", "ada's code is none of eve's challenge");
    let answer = browser.type_code(&site.message(EVE).code).await;
    assert!(answer.logs_in());
    assert!(browser.visit("/").await.says(EVE));
}

#[tokio::test]
async fn the_code_that_logs_in_leaves_no_cookie_of_the_way_there() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    browser.get(&site.message(ADA).path).await;
    assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
    assert!(browser.cookie(SESSION).is_some());
    assert_eq!(browser.cookie(crate::support::LINK), None);
}

#[tokio::test]
async fn a_program_gets_words_and_statuses_and_no_redirects() {
    let site = Site::start().await;
    let program = site.browser();
    let answer = program.post_for_json("/api/magic_auth/request_log_in", &[("email", "nobody")]).await;
    assert_eq!((answer.status, answer.body.as_str()), (422, "\"address_incomplete\""));
    let answer = program.post_for_json("/api/magic_auth/log_in_with_code", &[("code", "123456")]).await;
    assert_eq!((answer.status, answer.body.as_str()), (422, "\"no_challenge\""));

    let answer = program.post_for_json("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert_eq!((answer.status, answer.header("location")), (200, None));
    let answer = program.post_for_json("/api/magic_auth/resend_email", NO_FIELDS).await;
    assert_eq!((answer.status, answer.body.as_str()), (409, "\"too_soon\""));
    let answer =
        program.post_for_json("/api/magic_auth/log_in_with_code", &[("code", &site.message(ADA).wrong_code())]).await;
    assert_eq!((answer.status, answer.body.as_str()), (422, "\"wrong_code\""));
    let answer = program.post_for_json("/api/magic_auth/log_in_with_code", &[("code", &site.message(ADA).code)]).await;
    assert_eq!((answer.status, answer.header("location")), (200, None));
    assert!(!answer.body.contains(&program.cookie(SESSION).unwrap()), "the token is in the cookie alone");
    assert!(program.is_logged_in().await);
}

#[tokio::test]
async fn a_code_without_a_challenge_never_shows_in_the_field_for_the_address() {
    let site = Site::start().await;
    let browser = site.browser();
    let answer = browser.type_code("123456").await;
    assert_eq!(browser.follow(answer).await.value("email"), "");
}
