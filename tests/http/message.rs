//! What the email says.

use crate::support::{ADA, Setup, Site};
use reqwest::Method;

#[tokio::test]
async fn the_text_shows_the_code_and_the_link_each_on_a_line_of_its_own() {
    let site = Site::start().await;
    site.browser().ask(ADA).await;
    let message = site.message(ADA);
    assert!(message.text.lines().any(|line| line.trim() == message.code), "{}", message.text);
    assert!(message.text.lines().any(|line| line == message.link), "{}", message.text);
    assert_eq!(message.link.matches("://").count(), 1);
    assert!(message.link.starts_with(&format!("{}/sessions/verify?token=", site.url)));
    assert_eq!(message.token().len(), 43, "32 bytes in base64url");
}

#[tokio::test]
async fn both_parts_say_for_whom_it_is_who_asked_until_when_it_is_good_and_what_to_do_otherwise() {
    let site = Site::start().await;
    site.browser().ask(ADA).await;
    let message = site.message(ADA);
    let html = crate::support::text_of(&message.html);
    for part in [&message.text, &html] {
        for words in [
            &message.code,
            &message.link,
            ADA,
            "Firefox on Linux",
            "127.0.0.1",
            "22 November 2026, 14:15 UTC",
            "10 minutes",
            "If you didn't ask for this, ignore it",
            "In another browser the link asks for the code as well.",
        ] {
            assert!(part.contains(words), "{words:?} in {part}");
        }
    }
    assert!(message.html.contains(&format!("href=\"{}\"", message.link)));
}

#[tokio::test]
async fn the_subject_says_what_it_is_and_holds_no_code() {
    let site = Setup::new().set("--app-name", "Notes").start().await;
    site.browser().ask(ADA).await;
    let message = site.message(ADA);
    assert_eq!(message.subject, "Log in to Notes");
    assert!(message.text.contains("Notes") && message.html.contains("Notes"));
}

#[tokio::test]
async fn links_begin_with_the_public_address_whatever_a_request_says() {
    let site = Setup::new()
        .set("--public-url", "https://localhost:8443")
        .set("--client-ip-source", "ConnectInfo")
        .start()
        .await;
    let mut connection = site.connect().await;
    let body = "email=ada%40example.com";
    let head = format!(
        "POST http://evil.example/api/magic_auth/request_log_in HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\
         X-Forwarded-Proto: http\r\nX-Original-URL: http://evil.example/\r\nForwarded: host=evil.example;proto=http\r\n\
         Referer: https://evil.example/\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    connection.send(head).await;
    let answer = connection.read_all().await;
    assert!(answer.contains("\r\nlocation: /sessions/password\r\n"), "{answer}");
    let message = site.message(ADA);
    assert!(message.link.starts_with("https://localhost:8443/sessions/verify?token="), "{}", message.link);
    for part in [&message.text, &message.html] {
        assert!(!part.contains("evil.example"));
    }
}

#[tokio::test]
async fn what_a_browser_says_of_itself_cannot_put_words_into_an_email() {
    let site = Site::start().await;
    let mut browser = site.browser();
    browser.user_agent = "<b>Click https://evil.example</b>\u{1F3B2} Your account is closed";
    browser.ask(ADA).await;
    let message = site.message(ADA);
    for part in [&message.text, &message.html] {
        assert!(!part.contains("evil.example") && !part.contains("closed"), "{part}");
        assert!(part.contains("An unknown browser"));
    }
}

#[tokio::test]
async fn the_name_of_the_application_is_escaped() {
    let site = Setup::new().set("--app-name", "Notes & <Nonsense>").start().await;
    let page = site.browser().ask(ADA).await;
    assert!(!page.body.contains("<Nonsense>"));
    let message = site.message(ADA);
    assert!(message.text.contains("Notes & <Nonsense>") && !message.html.contains("<Nonsense>"));
}

#[tokio::test]
async fn the_client_is_the_connections_address_unless_a_proxys_header_is_named() {
    let asked_from = async |site: &Site, header: &str| {
        let browser = site.browser();
        let request =
            browser.bare(Method::POST, "/api/magic_auth/request_log_in").header("sec-fetch-site", "same-origin");
        request.header("x-forwarded-for", header).form(&[("email", ADA)]).send().await;
        let message = site.message(ADA);
        site.clock.advance(crate::support::minutes(1));
        message.text
    };
    let direct = Site::start().await;
    let text = asked_from(&direct, "203.0.113.7").await;
    assert!(text.contains("127.0.0.1") && !text.contains("203.0.113.7"), "anybody can write that header");

    let behind_proxy = Setup::new().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    let text = asked_from(&behind_proxy, "198.51.100.1, 203.0.113.7").await;
    assert!(text.contains("203.0.113.7") && !text.contains("198.51.100.1"), "the proxy's own word is the last");
    let text = asked_from(&behind_proxy, "::ffff:203.0.113.8").await;
    assert!(text.contains(" 203.0.113.8"), "one client has one name: {text}");
    let text = asked_from(&behind_proxy, "nonsense").await;
    assert!(text.contains("127.0.0.1"), "a proxy that says nothing useful");
}

#[tokio::test]
async fn each_email_has_a_code_and_a_link_of_its_own() {
    let site = Site::start().await;
    for number in 0..20 {
        site.browser().ask(&format!("ada{number}@example.com")).await;
    }
    let messages: Vec<_> = (0..20).map(|number| site.message(&format!("ada{number}@example.com"))).collect();
    let distinct = |of: fn(&crate::support::EmailMessage) -> &str| {
        messages.iter().map(of).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(distinct(|message| message.token()), 20);
    assert!(distinct(|message| &message.code) > 15, "twenty codes of a million hardly meet");
}
