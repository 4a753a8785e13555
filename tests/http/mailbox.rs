//! The letters of development.

use crate::support::{ADA, Answer, Browser, EVE, Setup, Site};
use reqwest::Method;
use serde_json::Value;

async fn get(browser: &Browser, path: &str) -> Answer {
    browser.bare(Method::GET, path).send().await
}

#[tokio::test]
async fn as_data_the_letters_come_newest_first() {
    let site = Site::start().await;
    let browser = site.browser();
    let answer = get(&browser, "/dev/mailbox.json").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "[]"));

    let began = site.clock.now();
    site.browser().ask(ADA).await;
    site.clock.advance(crate::support::seconds(1));
    site.browser().ask(EVE).await;
    let answer = get(&browser, "/dev/mailbox.json").await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let letters: Value = serde_json::from_str(&answer.body).unwrap();
    let letters = letters.as_array().unwrap();
    assert_eq!(letters.len(), 2);
    for (letter, to, at) in [(&letters[0], EVE, began + 1000), (&letters[1], ADA, began)] {
        let expected = site.letter(to);
        let fields: Vec<_> = letter.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["at", "from", "html", "subject", "text", "to"]);
        assert_eq!(letter["to"], to);
        assert_eq!(letter["from"], "Magic Auth <no-reply@localhost>");
        assert_eq!(letter["subject"], "Log in to Magic Auth");
        assert_eq!(letter["text"], expected.text);
        assert_eq!(letter["html"], expected.html);
        assert_eq!(letter["at"], at);
    }
}

#[tokio::test]
async fn the_page_shows_each_letter_in_a_frame_of_its_own() {
    let site = Site::start().await;
    let browser = site.browser();
    let page = browser.visit("/dev/mailbox").await;
    assert_eq!((page.status, page.heading().as_str()), (200, "Mailbox"));
    assert!(page.says("No letters yet."));
    browser.ask(ADA).await;
    let letter = site.letter(ADA);
    let page = browser.visit("/dev/mailbox").await;
    assert!(page.says(ADA) && page.says(&letter.link), "{}", page.text());
    assert!(page.body.contains(&format!("src=\"/dev/mailbox/{}\"", letter.id)));
}

#[tokio::test]
async fn in_its_frame_a_letter_can_run_and_load_nothing() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let answer = get(&browser, &format!("/dev/mailbox/{}", site.letter(ADA).id)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains(&site.letter(ADA).link));
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

#[tokio::test]
async fn another_name_pointed_at_this_machine_sees_no_letters() {
    let site = Site::start().await;
    site.browser().ask(ADA).await;
    let letter = format!("/dev/mailbox/{}", site.letter(ADA).id);
    for path in ["/dev/mailbox", "/dev/mailbox.json", &letter] {
        let good = raw(&site, path, &format!("Host: {}\r\n", site.address)).await;
        assert!(good.starts_with("HTTP/1.1 200 "), "{path}: {good:.100}");
        let port = site.address.port();
        for host in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", &format!("127.0.0.1.:{port}"), ""] {
            let answer = raw(&site, path, &format!("Host: {host}\r\n")).await;
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path} at {host:?}: {answer:.100}");
            assert!(!answer.contains(ADA));
        }
        let answer = raw(&site, path, "").await;
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
        assert_eq!(get(&site.browser(), path).await.status, 404, "{path}");
    }
}
