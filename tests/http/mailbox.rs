//! The emails of development.

use crate::support::{ADA, Answer, Browser, EVE, MAILBOX, MAILBOX_KEY, Setup, Site};
use reqwest::Method;
use serde_json::Value;

async fn get(browser: &Browser, path: &str) -> Answer {
    browser.bare(Method::GET, path).send().await
}

/// The same address with the key, as a program sends it.
fn with_key(path: &str) -> String {
    format!("{path}?key={MAILBOX_KEY}")
}

#[tokio::test]
async fn as_data_the_emails_come_newest_first() {
    let site = Site::start().await;
    let browser = site.browser();
    let answer = get(&browser, &with_key("/dev/mailbox.json")).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "[]"));

    let began = site.clock.now();
    site.browser().ask(ADA).await;
    site.clock.advance(crate::support::seconds(1));
    site.browser().ask(EVE).await;
    let answer = get(&browser, &with_key("/dev/mailbox.json")).await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let messages: Value = serde_json::from_str(&answer.body).unwrap();
    let messages = messages.as_array().unwrap();
    assert_eq!(messages.len(), 2);
    for (message, to, at) in [(&messages[0], EVE, began + 1000), (&messages[1], ADA, began)] {
        let expected = site.message(to);
        let fields: Vec<_> = message.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["at", "from", "html", "subject", "text", "to"]);
        assert_eq!(message["to"], to);
        assert_eq!(message["from"], "Magic Auth <no-reply@localhost>");
        assert_eq!(message["subject"], "Log in to Magic Auth");
        assert_eq!(message["text"], expected.text);
        assert_eq!(message["html"], expected.html);
        assert_eq!(message["at"], at);
    }
}

#[tokio::test]
async fn the_page_shows_each_email_in_a_frame_of_its_own() {
    let site = Site::start().await;
    let browser = site.browser().with_mailbox_key();
    let page = browser.visit("/dev/mailbox").await;
    assert_eq!((page.status, page.heading().as_str()), (200, "Mailbox"));
    assert!(page.says("No emails yet."));
    browser.ask(ADA).await;
    let message = site.message(ADA);
    let page = browser.visit("/dev/mailbox").await;
    assert!(page.says(ADA) && page.says(&message.link), "{}", page.text());
    assert!(page.body.contains(&format!("src=\"/dev/mailbox/{}\"", message.id)));
}

#[tokio::test]
async fn in_its_frame_an_email_can_run_and_load_nothing() {
    let site = Site::start().await;
    let browser = site.browser().with_mailbox_key();
    browser.ask(ADA).await;
    let answer = get(&browser, &format!("/dev/mailbox/{}", site.message(ADA).id)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains(&site.message(ADA).link));
    let policy = answer.header("content-security-policy").unwrap();
    for part in ["default-src 'none'", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'none'", "sandbox "] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    for part in ["allow-scripts", "allow-same-origin", "script-src", "'self' 'unsafe"] {
        assert!(!policy.contains(part), "{part} in {policy}");
    }
    for unknown in ["/dev/mailbox/00000000-0000-0000-0000-000000000000", "/dev/mailbox/x", "/dev/mailbox/"] {
        assert_eq!(get(&browser, unknown).await.status, 404, "{unknown}");
    }
}

/// The page, the data, and the email that is there.
async fn every_view(site: &Site) -> [String; 3] {
    site.browser().ask(ADA).await;
    ["/dev/mailbox".to_owned(), "/dev/mailbox.json".to_owned(), format!("/dev/mailbox/{}", site.message(ADA).id)]
}

#[tokio::test]
async fn who_has_no_key_or_a_wrong_one_finds_nothing() {
    let site = Site::start().await;
    let (longer, shorter) = (format!("{MAILBOX_KEY}x"), &MAILBOX_KEY[1..]);
    for path in every_view(&site).await {
        let wrong = ["", shorter, &longer, "THE-KEY-OF-THESE-TESTS", "%00", "the%2Dkey", "x"];
        let queries = wrong.map(|key| format!("?key={key}"));
        let others = ["", "?", "?key", "?Key=the-key-of-these-tests", "?k=the-key-of-these-tests"].map(str::to_owned);
        let twice = format!("?key={MAILBOX_KEY}&key={MAILBOX_KEY}");
        for query in queries.into_iter().chain(others).chain([twice]) {
            let browser = site.browser();
            let plain = get(&browser, &format!("{path}{query}")).await;
            assert!(plain.status == 404 && !plain.body.contains(ADA), "{path}{query}: {plain:?}");
            let page = browser.get(&format!("{path}{query}")).await;
            assert!(page.status == 404 && page.set_cookies().is_empty(), "{path}{query}: {page:?}");
        }
        for cookie in ["", "x", shorter, &longer] {
            let browser = site.browser();
            browser.set_cookie(MAILBOX, cookie);
            assert_eq!(get(&browser, &path).await.status, 404, "{path} with {cookie:?}");
        }
        let right = site.browser().with_mailbox_key();
        assert_eq!(get(&right, &path).await.status, 200, "{path}");
        assert_eq!(get(&right, &format!("{path}?key=x")).await.status, 404, "what the address says comes first");
    }
}

#[tokio::test]
async fn in_a_browser_the_key_moves_into_a_cookie_and_the_address_becomes_clean() {
    let site = Site::start().await;
    let browser = site.browser();
    let moved = browser.get(&with_key("/dev/mailbox")).await;
    assert_eq!(moved.location(), "/dev/mailbox");
    assert_eq!(moved.header("cache-control"), Some("no-store"));
    let attributes = moved.cookie_attributes(MAILBOX).expect("a cookie");
    for attribute in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(attributes.contains(attribute), "{attribute} in {attributes}");
    }
    assert_eq!(browser.cookie(MAILBOX).as_deref(), Some(MAILBOX_KEY));
    let [page, data, message] = every_view(&site).await;
    for path in [&page, &data, &message] {
        let answer = browser.get(path).await;
        assert!(answer.status == 200 && !answer.body.contains(MAILBOX_KEY), "{path}");
    }
    for path in [&data, &message] {
        let opened = site.browser();
        let request = opened.bare(Method::GET, &with_key(path)).header("sec-fetch-mode", "navigate");
        assert_eq!(request.send().await.location(), path);
    }
    browser.log_in(&site, EVE).await;
    browser.post("/api/magic_auth/log_out", crate::support::NO_FIELDS).await;
    assert_eq!(browser.get("/dev/mailbox").await.status, 200, "who logs out is still the one who develops");
}

#[tokio::test]
async fn a_program_sends_the_key_each_time_and_gets_no_cookie() {
    let site = Site::start().await;
    for path in every_view(&site).await {
        let program = site.browser();
        for _ in 0..2 {
            let answer = get(&program, &with_key(&path)).await;
            assert!(answer.status == 200 && answer.body.contains(ADA), "{path}: {answer:?}");
            assert!(answer.set_cookies().is_empty() && !answer.body.contains(MAILBOX_KEY), "{path}");
        }
    }
}

#[tokio::test]
async fn another_name_pointed_at_this_machine_sees_no_emails() {
    let site = Site::start().await;
    for path in every_view(&site).await {
        let path = with_key(&path);
        let good = raw(&site, &path, &format!("Host: {}\r\n", site.address)).await;
        assert!(good.starts_with("HTTP/1.1 200 "), "{path}: {good:.100}");
        let port = site.address.port();
        for host in [
            "evil.example",
            &format!("evil.example:{port}"),
            "127.0.0.1",
            &format!("127.0.0.1.:{port}"),
            &format!("localhost:{port}"),
            "",
        ] {
            let answer = raw(&site, &path, &format!("Host: {host}\r\n")).await;
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path} at {host:?}: {answer:.100}");
            assert!(!answer.contains(ADA) && !answer.contains(MAILBOX_KEY), "{path} at {host:?}");
        }
        let answer = raw(&site, &path, "").await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{path} without a host: {answer:.100}");
    }
}

async fn raw(site: &Site, path: &str, host: &str) -> String {
    let mut connection = site.connect().await;
    connection.send(format!("GET {path} HTTP/1.1\r\n{host}Connection: close\r\n\r\n")).await;
    connection.read_all().await
}

#[tokio::test]
async fn with_a_mail_server_there_is_no_mailbox() {
    let setup = Setup::new().set("--smtp-url", "smtp://127.0.0.1:9").set("--mail-from", "Notes <notes@localhost>");
    let site = setup.start().await;
    for path in ["/dev/mailbox", "/dev/mailbox.json", "/dev/mailbox/00000000-0000-0000-0000-000000000000"] {
        for path in [path.to_owned(), with_key(path)] {
            assert_eq!(get(&site.browser().with_mailbox_key(), &path).await.status, 404, "{path}");
        }
    }
}
