//! Links that mail programs, chats and hands have mangled on their way.

use crate::support::{ADA, EmailMessage, LINK, Site, UNDO};
use reqwest::Method;

/// What becomes of a link, from its path and its token.
type Mill = fn(&str, &str) -> String;

const UNDERSTOOD: [Mill; 18] = [
    |path, token| format!("{path}/?token={token}"),
    |path, token| format!("{path}%3Ftoken={token}"),
    |path, token| format!("{path}%3ftoken%3d{token}"),
    |path, token| format!("{path}%253Ftoken%253D{token}"),
    |path, token| format!("{path}/%3Ftoken={token}"),
    |path, token| format!("{path}=3Ftoken=3D{token}"),
    |path, token| format!("{path}?token=3D{token}"),
    |path, token| format!("{path}?token={token}."),
    |path, token| format!("{path}?token={token})."),
    |path, token| format!("{path}?token={token}%3E%22,"),
    |path, token| format!("{path}?token={}%0D%0A%20{}", &token[..30], &token[30..]),
    |path, token| format!("{path}?token={}=%0D%0A{}", &token[..7], &token[7..]),
    |path, token| format!("{path}?x=y&amp;token={token}&amp;utm_source=mail"),
    |path, token| format!("{path}?TOKEN={token}"),
    |path, token| format!("{path}?token=&token={token}"),
    |path, token| format!("{path}?token={token}&token={token}"),
    |path, token| format!("{path}/{token}"),
    |path, token| format!("{path}/{token}/"),
];

const NOT_UNDERSTOOD: [Mill; 8] = [
    |path, token| format!("{path}?token={}", &token[..30]),
    |path, token| format!("{path}%3Ftoken={}", &token[..42]),
    |path, token| format!("{path}/?token={token}x"),
    |path, token| format!("{path}?token=3D{}", &token[1..]),
    |path, _| format!("{path}?token="),
    |path, token| format!("{path}/token/{}", &token[1..]),
    |path, token| format!("{path}?token={token}{}", "A".repeat(3_000)),
    |path, token| format!("{path}?token={token}&token={}", "A".repeat(43)),
];

fn mangle(mill: Mill, message: &EmailMessage) -> String {
    let (path, _) = message.path.split_once('?').unwrap();
    mill(path, message.token())
}

#[tokio::test]
async fn what_has_one_meaning_is_understood_and_the_token_leaves_the_address_at_once() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    for mill in UNDERSTOOD {
        let link = mangle(mill, &message);
        for method in [Method::GET, Method::HEAD] {
            let reader = browser.twin();
            let opened = reader.request(method, &link).send().await;
            assert_eq!(opened.location(), "/sessions/verify", "{link}");
            assert_eq!(opened.body, "", "{link}");
            assert_eq!(reader.cookie(LINK).as_deref(), Some(message.token()), "{link}");
            assert_eq!(reader.get("/sessions/verify").await.heading(), "Log in?", "{link}");
        }
    }
    let link = mangle(UNDERSTOOD[1], &message);
    browser.get(&link).await;
    assert!(browser.click_link().await.logs_in());
}

#[tokio::test]
async fn what_has_none_leads_to_the_code_field_that_waits_in_this_browser() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    for mill in NOT_UNDERSTOOD {
        let link = mangle(mill, &message);
        let reader = browser.twin();
        reader.get(&message.path).await;
        let opened = reader.get(&link).await;
        assert_eq!(opened.location(), "/sessions/verify", "{link}");
        assert_eq!(reader.cookie(LINK), None, "nor is another link taken for it: {link}");
        let page = reader.follow(opened).await;
        assert_eq!((page.status, page.heading().as_str()), (200, "This link doesn't work"), "{link}");
        assert!(page.says("Type the code from the same email instead."), "{}", page.text());
        assert!(page.body.contains("href=\"/sessions/password\""), "{}", page.body);
    }
    let link = mangle(NOT_UNDERSTOOD[0], &message);
    browser.get(&link).await;
    assert_eq!(browser.click_link().await.location(), "/sessions/verify?error=bad_link");
    assert!(browser.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn where_no_code_waits_it_says_so_and_offers_a_new_email() {
    let site = Site::start().await;
    let (asked, other) = (site.browser(), site.browser());
    asked.ask(ADA).await;
    let message = site.message(ADA);
    let link = mangle(NOT_UNDERSTOOD[0], &message);
    let used = asked.twin();
    assert!(asked.type_code(&message.code).await.logs_in());
    for reader in [other, used] {
        let page = reader.visit(&link).await;
        assert_eq!(page.heading(), "This link doesn't work");
        assert!(!page.body.contains("href=\"/sessions/password\""), "{}", page.body);
        assert!(page.body.contains("href=\"/sessions/log_in"), "{}", page.body);
    }
}

#[tokio::test]
async fn the_link_that_undoes_a_change_of_address_is_understood_likewise() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email("grace@example.com").await;
    let message = site.message(ADA);
    for mill in UNDERSTOOD {
        let (link, reader) = (mangle(mill, &message), site.browser());
        let opened = reader.get(&link).await;
        assert_eq!(opened.location(), "/account/email/undo", "{link}");
        assert_eq!(reader.cookie(UNDO).as_deref(), Some(message.token()), "{link}");
        assert_eq!(reader.follow(opened).await.heading(), "Undo the change?", "{link}");
    }
    for mill in NOT_UNDERSTOOD {
        let (link, reader) = (mangle(mill, &message), site.browser());
        let opened = reader.get(&link).await;
        assert_eq!(opened.location(), "/account/email/undo", "{link}");
        assert_eq!(reader.cookie(UNDO), None, "{link}");
        assert!(reader.follow(opened).await.says("This link isn't complete."), "{link}");
    }
}

#[tokio::test]
async fn what_is_left_of_a_link_leads_to_its_page_and_what_only_begins_alike_is_not_there() {
    let site = Site::start().await;
    for page in ["/sessions/verify", "/account/email/undo"] {
        for remains in ["/", ".", ")", "%20", "%3E", "//", "/?x=y"] {
            assert_eq!(site.browser().get(&format!("{page}{remains}")).await.location(), page, "{remains}");
        }
        for elsewhere in ["x", "/x", "x?token=y", "/favicon.svg"] {
            assert_eq!(site.browser().get(&format!("{page}{elsewhere}")).await.status, 404, "{elsewhere}");
        }
    }
}

#[tokio::test]
async fn no_log_in_leads_back_to_a_mangled_link() {
    let site = Site::start().await;
    for link in [
        "/sessions/verify/?token=x",
        "/sessions/verify%3Ftoken=x",
        "/sessions/verify%253Ftoken=x",
        "/account/email/undo)",
    ] {
        let browser = site.browser();
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("return_to", link)]).await;
        assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), "/account", "{link}");
        site.clock.advance(crate::support::minutes(13));
    }
}

#[tokio::test]
async fn doubled_slashes_and_another_case_lead_to_the_page_with_all_that_stands_behind() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    for path in ["//sessions/verify", "/sessions//verify", "/Sessions/Verify", "///SESSIONS///VERIFY"] {
        let reader = browser.twin();
        let opened = reader.get(&format!("{path}?token={}", message.token())).await;
        assert_eq!(opened.location(), message.path, "{path}");
        reader.follow(opened).await;
        assert_eq!(reader.cookie(LINK).as_deref(), Some(message.token()), "{path}");
    }
    for elsewhere in ["/Sessions/Verifyx", "/Sessions", "//evil.example/sessions/verify", "/sessions/Log_in"] {
        let status = browser.get(&format!("{elsewhere}?token={}", message.token())).await.status;
        assert_eq!(status, 404, "{elsewhere}");
    }
}
