//! One browser, several addresses at a time: every email of a browser works in it.

use crate::support::{ADA, Answer, Browser, EVE, NO_FIELDS, Setup, Site, minutes, seconds};

const CODE: &str = "/api/magic_auth/log_in_with_code";
const RESEND: &str = "/api/magic_auth/resend_email";

/// A browser that has asked for Ada in one tab and then for Eve in another, and the pages of the two.
async fn two_tabs(site: &Site) -> (Browser, Answer, Answer) {
    let browser = site.browser();
    let ada = browser.ask(ADA).await;
    site.clock.advance(seconds(1));
    let eve = browser.ask(EVE).await;
    (browser, ada, eve)
}

/// The id by which a page names its challenge.
fn named(page: &Answer) -> String {
    let fields = page.form(CODE).expect("a form for the code");
    fields.into_iter().find(|(name, _)| name == "challenge").expect("a named challenge").1
}

#[tokio::test]
async fn the_code_of_each_email_works_in_the_tab_that_asked_for_it() {
    for (first, email) in [(true, ADA), (false, EVE)] {
        let site = Site::start().await;
        let (browser, ada, eve) = two_tabs(&site).await;
        let page = if first { ada } else { eve };
        let answer = browser.submit(&page, CODE, &[("code", &site.message(email).code)]).await;
        assert!(answer.logs_in(), "{email}: {answer:?}");
        assert_eq!(browser.logged_in_as().await.as_deref(), Some(email));
        assert_eq!(
            site.database.number("SELECT SUM(tries) FROM magic_auth_challenges").await,
            1,
            "the other one lost no try"
        );
    }
}

#[tokio::test]
async fn the_link_of_each_email_is_the_browsers_own() {
    let site = Site::start().await;
    let (browser, _, _) = two_tabs(&site).await;
    for email in [ADA, EVE] {
        assert_eq!(browser.visit(&site.message(email).path).await.heading(), "Log in?", "{email}");
    }
    browser.visit(&site.message(ADA).path).await;
    assert!(browser.click_link().await.logs_in());
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(ADA));
}

#[tokio::test]
async fn a_code_is_compared_with_the_emails_of_its_own_challenge_alone() {
    let site = Site::start().await;
    let (browser, ada, eve) = two_tabs(&site).await;
    let answer = browser.submit(&eve, CODE, &[("code", &site.message(ADA).code)]).await;
    assert_eq!(answer.location(), "/sessions/password?error=wrong_code", "the newest one needs no name");
    let page = browser.follow(answer).await;
    assert!(page.says(EVE) && !page.says(ADA), "{}", page.text());
    let tries = |email| match email {
        ADA => "SELECT tries FROM magic_auth_challenges WHERE email = 'ada@example.com'",
        _ => "SELECT tries FROM magic_auth_challenges WHERE email = 'eve@example.com'",
    };
    assert_eq!(site.database.number(tries(EVE)).await, 1);
    assert_eq!(site.database.number(tries(ADA)).await, 0);
    let answer = browser.submit(&ada, CODE, &[("code", "12")]).await;
    assert_eq!(answer.location(), format!("/sessions/password?error=not_a_code&challenge={}", named(&ada)));
}

#[tokio::test]
async fn without_a_name_the_newest_challenge_is_meant() {
    let site = Site::start().await;
    let (browser, ada, eve) = two_tabs(&site).await;
    assert_eq!(named(&browser.visit("/sessions/password").await), named(&eve));
    // Asking for the first one again makes no new challenge, so its page has to be named.
    let page = browser.ask(ADA).await;
    assert_eq!((named(&page), page.path), (named(&ada), format!("/sessions/password?challenge={}", named(&ada))));
    assert!(browser.type_code(&site.message(EVE).code).await.logs_in(), "a program that names none");
}

#[tokio::test]
async fn resending_and_waiting_are_about_the_named_challenge() {
    let site = Site::start().await;
    let (browser, ada, eve) = two_tabs(&site).await;
    site.clock.advance(seconds(30));
    let answer = browser.submit(&ada, RESEND, &[]).await;
    assert_eq!(answer.location(), format!("/sessions/password?notice=email_again&challenge={}", named(&ada)));
    assert_eq!((site.messages(ADA).len(), site.messages(EVE).len()), (2, 1));

    for _ in 0..5 {
        browser.submit(&ada, CODE, &[("code", &site.message(ADA).wrong_code())]).await;
    }
    let waiting = |page: &Answer| format!("/sessions/waiting?challenge={}", named(page));
    assert_eq!(browser.get(&waiting(&ada)).await.body, "tries_used_up");
    assert_eq!(browser.get(&waiting(&eve)).await.body, "sent");
    assert_eq!(browser.get("/sessions/waiting").await.body, "sent");
}

#[tokio::test]
async fn the_challenge_of_another_browser_is_none() {
    let site = Site::start().await;
    let (browser, ada, _) = two_tabs(&site).await;
    let stranger = site.browser();
    stranger.ask("stranger@example.com").await;
    let none = "/sessions/log_in?error=no_challenge";
    for id in [named(&ada), "00000000-0000-0000-0000-000000000000".to_owned(), "no id".to_owned(), "9".repeat(4000)] {
        let fields = [("challenge", id.as_str()), ("code", &site.message(ADA).code)];
        assert_eq!(stranger.post(CODE, &fields).await.location(), none, "{id}");
        assert_eq!(stranger.post(RESEND, &[("challenge", &id)]).await.location(), none, "{id}");
        let id = id.replace(' ', "+");
        assert_eq!(stranger.get(&format!("/sessions/password?challenge={id}")).await.location(), none, "{id}");
        assert_eq!(stranger.get(&format!("/sessions/waiting?challenge={id}")).await.body, "no_challenge", "{id}");
    }
    assert_eq!(site.database.number("SELECT SUM(tries) FROM magic_auth_challenges").await, 0);
    assert!(browser.submit(&ada, CODE, &[("code", &site.message(ADA).code)]).await.logs_in());
}

#[tokio::test]
async fn a_fourth_challenge_ends_the_oldest() {
    let site = Site::start().await;
    let browser = site.browser();
    let emails = ["one@example.com", "two@example.com", "three@example.com", "four@example.com"];
    let mut pages = Vec::new();
    for email in emails {
        pages.push(browser.ask(email).await);
        site.clock.advance(seconds(1));
    }
    let open = "SELECT COUNT(*) FROM magic_auth_challenges WHERE ends_at > (SELECT MAX(created_at) FROM magic_auth_challenges)";
    assert_eq!(site.database.number(open).await, 3);
    let answer = browser.submit(&pages[0], CODE, &[("code", &site.message(emails[0]).code)]).await;
    assert!(answer.location().starts_with("/sessions/password?error=expired&"), "{}", answer.location());
    assert_eq!(browser.visit(&site.message(emails[0]).path).await.heading(), "This link has expired");
    let answer = browser.submit(&pages[1], CODE, &[("code", &site.message(emails[1]).code)]).await;
    assert!(answer.logs_in(), "the second oldest is good");

    // Another browser's challenges are no matter.
    let other = site.browser();
    other.ask(emails[2]).await;
    assert_eq!(other.get("/sessions/waiting").await.body, "sent");
}

#[tokio::test]
async fn a_limit_on_codes_leads_back_to_the_page_of_the_same_challenge() {
    let site = Setup::new().with_limits().set("--codes-per-client", "1").start().await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    site.clock.advance(minutes(1));
    browser.submit(&page, CODE, &[("code", "000000")]).await;
    let later = browser.submit(&page, CODE, &[("code", "000000")]).await;
    assert_eq!(later.status, 429);
    let fields = later.form("/sessions/password").expect("a way back");
    assert_eq!(fields, [("challenge".to_owned(), named(&page))], "and no code in it");
    assert_eq!(browser.post(RESEND, NO_FIELDS).await.status, 303);
}
