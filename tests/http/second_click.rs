//! A slow line, and somebody who clicks twice: the first answer is lost or comes late.

use crate::support::{ADA, CHALLENGE, EVE, NO_FIELDS, Setup, Site, at_once};

const ASK: &str = "/api/magic_auth/request_log_in";

#[tokio::test]
async fn the_browsers_secret_comes_with_the_form_where_there_is_none() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/log_in").await;
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let attributes = page.cookie_attributes(CHALLENGE).expect("a secret");
    assert_eq!(attributes, "HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=86400");
    let secret = browser.cookie(CHALLENGE);

    assert_eq!(browser.visit("/sessions/log_in").await.cookie_attributes(CHALLENGE), None, "one is enough");
    browser.ask(ADA).await;
    assert_eq!(browser.cookie(CHALLENGE), secret, "it stays the same");
    assert_ne!(site.browser().visit("/sessions/log_in").await.set_cookies()[0].1, secret.unwrap());
}

#[tokio::test]
async fn a_form_that_brings_no_secret_gets_one_with_its_answer() {
    let site = Site::start().await;
    let (host, program) = (site.browser(), site.browser());
    assert_eq!(host.post(ASK, &[("email", ADA)]).await.location(), "/sessions/password");
    assert!(host.cookie(CHALLENGE).is_some());
    assert_eq!(program.post_for_json(ASK, &[("email", "program@example.com")]).await.status, 200);
    assert!(program.type_code(&site.message("program@example.com").code).await.logs_in());
}

#[tokio::test]
async fn two_clicks_send_one_email_and_both_end_on_the_code_page() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/log_in").await;
    // What is set by the first answer never reaches the browser.
    let lost = browser.twin().submit(&page, ASK, &[("email", ADA)]).await;
    let second = browser.submit(&page, ASK, &[("email", ADA)]).await;
    assert_eq!((lost.location(), second.location()), ("/sessions/password", "/sessions/password"));
    assert_eq!(site.email_count(), 1);

    let page = browser.follow(second).await;
    assert_eq!(page.heading(), "Check your email");
    let message = site.message(ADA);
    assert_eq!(browser.visit(&message.path).await.heading(), "Log in?", "the link is this browser's own");
    let answer = browser.submit(&page, "/api/magic_auth/log_in_with_code", &[("code", &message.code)]).await;
    assert!(answer.logs_in());
}

#[tokio::test]
async fn a_log_in_page_that_was_open_before_a_log_out_in_another_tab_goes_on_working() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    let stale = browser.visit("/sessions/log_in").await;
    browser.log_in(&site, ADA).await;
    let answer = browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(browser.cookie(CHALLENGE), None);
    browser.follow(answer).await;
    assert!(browser.cookie(CHALLENGE).is_some(), "the log-in page that a log-out leads to gives another");
    for browser in [&browser.twin(), &browser] {
        let answer = browser.submit(&stale, ASK, &[("email", EVE)]).await;
        assert_eq!(answer.location(), "/sessions/password");
    }
    assert!(browser.type_code(&site.message(EVE).code).await.logs_in());
}

#[tokio::test]
async fn a_second_click_with_another_wish_counts() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/sessions/log_in").await;
    browser.twin().submit(&page, ASK, &[("email", ADA)]).await;
    browser.submit(&page, ASK, &[("email", ADA), ("remember", "false")]).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_challenges WHERE NOT remember").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn simultaneous_clicks_make_one_challenge_and_one_email() {
    for with_limits in [true, false] {
        let setup = if with_limits { Setup::new().with_limits() } else { Setup::new() };
        let site = setup.start().await;
        let browser = site.browser();
        browser.visit("/sessions/log_in").await;
        // No more than may wait for one client at a time.
        let click = |_| {
            let twin = browser.twin();
            async move { twin.post(ASK, &[("email", ADA)]).await }
        };
        let answers = at_once((0..4).map(click).collect()).await;
        for answer in answers {
            assert_eq!(answer.location(), "/sessions/password", "with limits: {with_limits}");
        }
        assert_eq!(site.email_count(), 1, "with limits: {with_limits}");
        assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_challenges").await, 1);
        assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
    }
}
