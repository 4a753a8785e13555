//! Logging in with the link, in the browser that asked.

use crate::support::{ADA, EVE, LINK, SESSION, Site, minutes, seconds};
use reqwest::Method;

#[tokio::test]
async fn from_a_fresh_database_a_link_and_one_click_log_a_new_person_in() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;

    let page = browser.visit(&site.message(ADA).path).await;
    assert_eq!((page.status, page.path.as_str()), (200, "/sessions/verify"));
    assert!(page.says(&format!("This logs you in as {ADA}.")), "{}", page.text());
    assert!(page.field("code").is_none(), "this browser asked, so a click is enough");
    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_link", &[]).await;
    assert!(answer.logs_in());
    assert!(browser.follow(answer).await.says(&format!("You log in with {ADA}.")));
    assert_eq!(browser.cookie(LINK), None, "the link's cookie has done its work");
}

#[tokio::test]
async fn opening_a_link_any_number_of_times_changes_nothing_and_leaves_a_clean_address() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    let before = site.database.dump().await;

    for visitor in [&browser, &site.browser()] {
        for method in [Method::GET, Method::HEAD] {
            for _ in 0..10 {
                let opened = visitor.request(method.clone(), &message.path).send().await;
                assert_eq!(opened.location(), "/sessions/verify", "nothing is left in the address");
                assert_eq!(visitor.cookie(LINK).as_deref(), Some(message.token()));
                let attributes = opened.cookie_attributes(LINK).unwrap();
                assert_eq!(attributes, "HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=3600");
                assert_eq!(opened.body, "", "and nothing in the answer");
                let page = visitor.request(method.clone(), "/sessions/verify").send().await;
                assert_eq!(page.status, 200);
                assert!(!page.body.contains(message.token()), "nor in the page");
            }
        }
    }
    assert_eq!(site.database.dump().await, before);
    assert!(browser.click_link().await.logs_in());
}

#[tokio::test]
async fn the_code_ends_the_link() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    let other_window = browser.twin();
    assert!(browser.type_code(&message.code).await.logs_in());
    assert!(browser.is_logged_in().await, "the answer has arrived");
    for late in [other_window, site.browser()] {
        let page = late.visit(&message.path).await;
        assert_eq!(page.heading(), "This link has been used");
        assert_eq!(late.click_link_with(&message.code).await.location(), "/sessions/verify?error=used");
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 1);
}

#[tokio::test]
async fn the_link_ends_the_code_and_every_other_email_of_the_challenge() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.clock.advance(seconds(30));
    browser.resend().await;
    let [second, first]: [_; 2] = site.messages(ADA).try_into().ok().unwrap();
    let late = browser.twin();
    browser.get(&second.path).await;
    assert!(browser.click_link().await.logs_in());
    assert!(browser.is_logged_in().await, "the answer has arrived");

    for message in [&first, &second] {
        let answer = late.type_code(&message.code).await;
        assert_eq!(answer.location(), "/sessions/password?error=used");
        assert_eq!(late.visit(&message.path).await.heading(), "This link has been used");
        assert_eq!(late.click_link().await.location(), "/sessions/verify?error=used");
    }
    assert_eq!(late.visit("/sessions/password").await.heading(), "Ask for a new code");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 1);
}

#[tokio::test]
async fn a_link_used_in_another_tab_lets_the_waiting_tab_go_on() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.visit("/sessions/log_in").await;
    let asked =
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("return_to", "/account?tab=1")]).await;
    browser.follow(asked).await;
    assert_eq!(browser.get("/sessions/waiting").await.body, "sent");

    browser.get(&site.message(ADA).path).await;
    browser.click_link().await;
    assert_eq!(browser.get("/sessions/waiting").await.body, "logged_in");
    assert_eq!(browser.get("/sessions/password").await.location(), "/account?tab=1");
}

#[tokio::test]
async fn whoever_is_logged_in_is_sent_on_from_every_page_of_logging_in() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert_eq!(browser.get("/sessions/log_in").await.location(), "/account");
    assert_eq!(browser.get("/sessions/log_in?return_to=/notes").await.location(), "/notes");
    assert_eq!(browser.get("/sessions/log_in?return_to=//evil.example").await.location(), "/account");
    assert_eq!(browser.get("/sessions/password").await.location(), "/account");
    assert_eq!(browser.get("/sessions/verify").await.location(), "/account");
    assert_eq!(browser.visit(&site.message(ADA).path).await.path, "/account", "a link that was used");

    site.clock.advance(minutes(1));
    site.browser().ask(ADA).await;
    assert_eq!(browser.visit(&site.message(ADA).path).await.path, "/account", "a good link of one's own address");
}

#[tokio::test]
async fn logged_in_as_one_and_opening_the_link_of_another_it_says_so_and_asks() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(EVE).await;
    let link_of_eve = site.message(EVE);
    let twin = browser.twin();
    browser.log_in(&site, ADA).await;
    let token_of_ada = browser.cookie(SESSION).unwrap();
    browser.set_cookie(crate::support::CHALLENGE, &twin.cookie(crate::support::CHALLENGE).unwrap());

    let page = browser.visit(&link_of_eve.path).await;
    assert_eq!(page.path, "/sessions/verify");
    assert!(page.messages()[0].contains(&format!("You are logged in here as {ADA}.")), "{:?}", page.messages());
    assert!(page.says(&format!("This logs you in as {EVE}.")));
    assert!(browser.visit("/").await.says(ADA), "asking ends nothing");

    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_link", &[]).await;
    assert!(answer.logs_in());
    assert!(browser.visit("/").await.says(EVE));
    let left = site.browser();
    left.set_cookie(SESSION, &token_of_ada);
    assert!(!left.is_logged_in().await, "the session before it has ended");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL").await, 1);
}

#[tokio::test]
async fn a_link_that_is_none_of_ours_says_so() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/verify").await;
    assert_eq!((page.status, page.heading().as_str()), (200, "This link doesn't work"));
    assert_eq!(browser.click_link().await.location(), "/sessions/verify?error=bad_link");
    let page = browser.visit(&format!("/sessions/verify?token={}", "A".repeat(43))).await;
    assert_eq!((page.status, page.heading().as_str()), (200, "This link doesn't work"));
}

#[tokio::test]
async fn a_link_of_another_that_no_longer_works_says_who_is_logged_in_here() {
    let site = Site::start().await;
    let eve = site.browser();
    eve.ask(EVE).await;
    let link_of_eve = site.message(EVE);
    eve.type_code(&link_of_eve.code).await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let page = browser.visit(&link_of_eve.path).await;
    assert_eq!(page.heading(), "This link has been used");
    assert!(page.says(&format!("You are logged in here as {ADA}.")));
}
