//! Where a log-in leads: back to the page that met the log-in wall, and never away from us.

use crate::support::{ADA, Answer, Browser, Site, seconds};

const NOTES: &str = "/account?sort=up&of=a%20b";

/// Meets the wall at `path` and asks for an email there.
async fn asked_at(browser: &Browser, path: &str) -> Answer {
    let wall = browser.visit(path).await;
    let answer = browser.submit(&wall, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    browser.follow(answer).await
}

#[tokio::test]
async fn by_code_one_comes_back_to_the_page_that_met_the_wall() {
    let site = Site::start().await;
    let browser = site.browser();
    asked_at(&browser, NOTES).await;
    assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), NOTES);
}

#[tokio::test]
async fn by_link_one_comes_back_to_the_page_that_met_the_wall() {
    let site = Site::start().await;
    let browser = site.browser();
    asked_at(&browser, NOTES).await;
    assert_eq!(browser.click_link_of(&site).await.location(), NOTES);
}

#[tokio::test]
async fn in_another_browser_it_is_the_account_whoever_asked_and_no_page_holds_the_way_back() {
    let site = Site::start().await;
    let asking = site.browser();
    asked_at(&asking, NOTES).await;
    let message = site.message(ADA);
    let (other, third) = (site.browser(), site.browser());
    assert!(!other.visit(&message.path).await.body.contains("sort"));
    for _ in 0..5 {
        third.get(&message.path).await;
        third.click_link_with(&message.wrong_code()).await;
    }
    let page = third.visit("/sessions/verify").await;
    assert!(page.heading() == "Too many wrong codes" && !page.body.contains("sort"), "{}", page.body);

    let second = site.browser();
    asked_at(&second, NOTES).await;
    let message = site.message(ADA);
    other.get(&message.path).await;
    assert_eq!(other.click_link_with(&message.code).await.location(), "/account");
    // It is over now: the page says so in either browser, and leads back only in the one that asked.
    let page = third.visit(&message.path).await;
    assert!(page.heading() == "This link has been used" && !page.body.contains("sort"), "{}", page.body);
    assert!(second.visit(&message.path).await.body.contains("sort"));
}

#[tokio::test]
async fn the_way_back_survives_errors_another_email_and_a_bad_address() {
    let site = Site::start().await;
    let browser = site.browser();
    let wall = browser.visit(NOTES).await;
    let answer = browser.submit(&wall, "/api/magic_auth/request_log_in", &[("email", "nobody")]).await;
    let page = browser.follow(answer).await;
    let answer = browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    browser.follow(answer).await;
    browser.type_code(&site.message(ADA).wrong_code()).await;
    site.clock.advance(seconds(30));
    browser.resend().await;
    assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), NOTES);
}

#[tokio::test]
async fn without_a_way_back_it_is_the_account() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), "/account");
}

/// Each would lead away from us, act, or lead in a circle.
fn evil() -> Vec<String> {
    let long = format!("/{}", "a".repeat(2048));
    let plain = [
        "",
        "account",
        "https://evil.example",
        "https:evil.example",
        "http:///evil.example",
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r\n/evil.example",
        "\t//evil.example",
        "\u{0}//evil.example",
        " //evil.example",
        " /account",
        "/account ",
        "/a\r\nSet-Cookie: x=y",
        "/%0d%0aSet-Cookie:%20x=y",
        "/%2f/evil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "/%5C%5Cevil.example",
        "/%252f%252fevil.example",
        "/%255cevil.example",
        "/%09/evil.example",
        "/%00/evil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/a/../..//evil.example",
        "/%2e%2e//evil.example",
        "/%2e/%2fevil.example",
        "/;@evil.example",
        "@evil.example",
        ":evil.example",
        "?//evil.example",
        "#//evil.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "/\u{FF0F}evil.example",
        "/\u{2044}evil.example",
        "/\u{202E}evil.example",
        "/\u{7f}",
        "/%ff",
        "/%C0%AF/evil.example",
        "/sessions/log_in",
        "/sessions/log_in?return_to=/sessions/log_in",
        "/sessions/log_out",
        "/sessions/log_out/all/get",
        "/sessions/password",
        "/sessions/verify?token=x",
        "/sessions/waiting",
        "/sessions/%6cog_out",
        "/sessions%2flog_out",
        "/SESSIONS/LOG_OUT",
        "/sessions/log_out/",
        "/sessions/./log_out",
        "/x/../sessions/log_out",
        "/api",
        "/api/magic_auth",
        "/api/magic_auth/",
        "/api/magic_auth/log_out",
        "/%61pi/magic_auth/log_out",
        "/API/magic_auth/log_out",
        &long,
    ];
    plain.map(str::to_owned).to_vec()
}

#[tokio::test]
async fn an_evil_way_back_ends_at_the_account_by_code() {
    let site = Site::start().await;
    for return_to in evil() {
        let browser = site.browser();
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("return_to", &return_to)]).await;
        let answer = browser.type_code(&site.message(ADA).code).await;
        assert_eq!(answer.location(), "/account", "{return_to:?}");
        site.clock.advance(seconds(3600));
    }
}

#[tokio::test]
async fn an_evil_way_back_ends_at_the_account_by_link_and_from_the_page() {
    let site = Site::start().await;
    for return_to in evil() {
        let browser = site.browser();
        let escaped: String = url::form_urlencoded::byte_serialize(return_to.as_bytes()).collect();
        let page = browser.visit(&format!("/sessions/log_in?return_to={escaped}")).await;
        let form = page.form("/api/magic_auth/request_log_in").unwrap();
        assert!(form.iter().all(|(name, _)| name != "return_to"), "not even in the page: {return_to:?}");
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("return_to", &return_to)]).await;
        assert_eq!(browser.click_link_of(&site).await.location(), "/account", "{return_to:?}");
        let again = browser.get(&format!("/sessions/log_in?return_to={escaped}")).await;
        assert_eq!(again.location(), "/account", "logged in and sent on: {return_to:?}");
        site.clock.advance(seconds(3600));
    }
}

#[tokio::test]
async fn paths_of_ours_are_kept_as_they_are() {
    let site = Site::start().await;
    let longest = format!("/{}", "a".repeat(2047));
    for good in [
        "/",
        "/account",
        "/notes/7?sort=up&of=a%20b#end",
        "/caf%C3%A9",
        "/sessions-of-yoga",
        "/apiary",
        "/account?__err=x&__path=y",
        &longest,
    ] {
        let browser = site.browser();
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("return_to", good)]).await;
        assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), good);
        site.clock.advance(seconds(3600));
    }
}
