//! A link in another browser than the one that asked.

use crate::support::{ADA, Browser, SESSION, Site};

const CHROME_ON_WINDOWS: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

/// One browser that has asked, and another one that has opened the link.
async fn two(site: &Site) -> (Browser, Browser) {
    let (asking, mut other) = (site.browser(), site.browser());
    other.user_agent = CHROME_ON_WINDOWS;
    asking.ask(ADA).await;
    other.visit(&site.message(ADA).path).await;
    (asking, other)
}

#[tokio::test]
async fn the_page_says_who_asked_and_wants_the_code_of_the_same_email() {
    let site = Site::start().await;
    let (asking, other) = two(&site).await;
    let page = other.visit("/sessions/verify").await;
    for words in ["Firefox on Linux", "127.0.0.1, just now.", ADA] {
        assert!(page.says(words), "{words} in {}", page.text());
    }
    assert!(page.body.contains("title=\"22 November 2026, 14:05 UTC\""), "exactly it stands in the title");
    assert!(page.form("/api/magic_auth/log_in_with_link").unwrap().iter().any(|(name, _)| name == "code"));

    let answer = other.submit(&page, "/api/magic_auth/log_in_with_link", &[("code", &site.message(ADA).code)]).await;
    assert!(answer.logs_in());
    assert!(other.visit("/").await.says(ADA));
    assert!(!asking.is_logged_in().await, "the browser that asked is not let in by somebody else's click");
    assert_eq!(asking.get("/sessions/waiting").await.body, "used");
    assert_eq!(asking.visit("/sessions/password").await.heading(), "Ask for a new code");
    let answer = asking.type_code(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/sessions/password?error=used");
}

#[tokio::test]
async fn a_scanner_that_opens_links_and_presses_buttons_uses_nothing_up() {
    let site = Site::start().await;
    let (asking, scanner) = two(&site).await;
    for _ in 0..10 {
        let page = scanner.visit(&site.message(ADA).path).await;
        let answer = scanner.submit(&page, "/api/magic_auth/log_in_with_link", &[]).await;
        assert_eq!(answer.location(), "/sessions/verify?error=code_needed");
        let page = scanner.follow(answer).await;
        assert_eq!(
            page.field_error("code").as_deref(),
            Some("Type the code that stands in the same email as the link.")
        );
    }
    assert_eq!(site.database.number("SELECT tries + link_tries FROM magic_auth_challenges").await, 0);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
    assert_eq!(asking.get("/sessions/waiting").await.body, "sent");
    assert!(asking.click_link_of(&site).await.logs_in());
}

#[tokio::test]
async fn five_wrong_codes_use_up_the_link_elsewhere_and_nothing_of_the_browser_that_asked() {
    let site = Site::start().await;
    let (asking, other) = two(&site).await;
    let message = site.message(ADA);
    for left in ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left."] {
        let answer = other.click_link_with(&message.wrong_code()).await;
        assert_eq!(answer.location(), "/sessions/verify?error=wrong_code");
        let page = other.follow(answer).await;
        assert_eq!(page.field_error("code"), Some(format!("That code didn't match. {left}")));
        assert_eq!(page.value("code"), message.wrong_code());
    }
    for code in [message.wrong_code(), message.code.clone()] {
        let answer = other.click_link_with(&code).await;
        assert_eq!(answer.location(), "/sessions/verify?error=tries_used_up");
        assert_eq!(other.follow(answer).await.heading(), "Too many wrong codes");
    }
    let third = site.browser();
    assert_eq!(third.visit(&message.path).await.heading(), "Too many wrong codes", "in any other browser");
    assert_eq!(site.database.number("SELECT link_tries FROM magic_auth_challenges").await, 5);
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 0);
    assert!(asking.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn the_tries_of_the_browser_that_asked_are_none_of_the_links() {
    let site = Site::start().await;
    let (asking, other) = two(&site).await;
    let message = site.message(ADA);
    for _ in 0..5 {
        asking.type_code(&message.wrong_code()).await;
    }
    assert!(other.click_link_with(&message.code).await.logs_in());
}

#[tokio::test]
async fn a_link_goes_with_the_code_of_its_own_email_only() {
    let site = Site::start().await;
    let (asking, other) = two(&site).await;
    let first = site.message(ADA);
    site.clock.advance(crate::support::seconds(30));
    asking.resend().await;
    let answer = other.click_link_with(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/sessions/verify?error=wrong_code");
    assert!(other.click_link_with(&first.code).await.logs_in());
}

#[tokio::test]
async fn only_the_browser_that_opened_the_link_is_logged_in_and_it_says_how_long() {
    let site = Site::start().await;
    let (asking, other) = two(&site).await;
    let page = other.visit("/sessions/verify").await;
    let typed = [("code", site.message(ADA).code), ("remember", "false".to_owned())];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    let answer = other.submit(&page, "/api/magic_auth/log_in_with_link", &typed).await;
    let attributes = answer.cookie_attributes(SESSION).unwrap();
    assert!(!attributes.contains("Max-Age"), "not the one that asked, but this one decides: {attributes}");
    assert_eq!(asking.cookie(SESSION), None);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 1);
}

#[tokio::test]
async fn what_is_no_code_costs_the_link_no_try() {
    let site = Site::start().await;
    let (_asking, other) = two(&site).await;
    for typed in ["12345", "abcdef"] {
        let answer = other.click_link_with(typed).await;
        assert_eq!(answer.location(), "/sessions/verify?error=not_a_code");
    }
    assert_eq!(site.database.number("SELECT link_tries FROM magic_auth_challenges").await, 0);
}
