//! Links and cookies that are cut, made up, or there twice: they count as absent, and leave no trace.

use crate::support::{ADA, CHALLENGE, LINK, SESSION, Site};
use reqwest::Method;

#[tokio::test]
async fn links_cut_lengthened_or_made_up_say_that_they_do_not_work() {
    let site = Site::start().await;
    site.browser().ask(ADA).await;
    let message = site.message(ADA);
    let good = message.token();
    let before = site.database.dump().await;
    let other_end = if good.ends_with('B') { "C" } else { "B" };
    for token in [
        "",
        &good[..42],
        &good[1..],
        &format!("{good}A"),
        &format!("{}%2B", &good[..42]),
        &format!("{}{other_end}", &good[..42]),
        &good.to_lowercase().to_uppercase(),
        &"A".repeat(10_000),
        "%00",
        "%ff%fe",
        "%",
        "../../etc/passwd",
        "é",
    ] {
        let browser = site.browser();
        browser.set_cookie(LINK, good);
        let opened = browser.get(&format!("/sessions/verify?token={token}")).await;
        assert_eq!(opened.location(), "/sessions/verify", "{token:.60}");
        let page = browser.follow(opened).await;
        assert_eq!((page.status, page.heading().as_str()), (200, "This link doesn't work"), "{token:.60}");
    }
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn cookies_corrupt_doubled_or_oversized_mean_logged_out() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let good = browser.cookie(SESSION).unwrap();
    let before = site.database.dump().await;
    let swapped: String = good.chars().rev().collect();
    let (huge, larger) = ("A".repeat(16_000), "A".repeat(200_000));
    let values = ["", "x", &good[1..], &format!("{good}A"), &format!("{good}="), &swapped, &huge, &larger];
    let mut lines: Vec<String> = values.iter().map(|value| format!("{SESSION}={value}")).collect();
    lines.push(format!("{SESSION}={good}; {SESSION}={good}"));
    lines.push(format!("{SESSION}={good}; {SESSION}=x"));
    lines.push(format!("{SESSION}=\"{good}\""));
    lines.push(format!("{SESSION}={good}; {CHALLENGE}=x; {LINK}=x").replace(SESSION, "magic_auth"));
    lines.push(";;=;, =".to_owned());
    for line in lines {
        for path in ["/", "/account", "/sessions/log_in", "/sessions/password", "/sessions/verify", "/sessions/waiting"]
        {
            let stranger = site.browser();
            let answer = stranger.bare(Method::GET, path).header("cookie", &line).send().await;
            assert!(answer.status == 200 || answer.status == 303, "{path}: {}, {line:.80}", answer.status);
            assert!(!answer.body.contains(ADA), "{path}, {line:.80}");
        }
        let answer = site.browser().bare(Method::GET, "/account").header("cookie", &line).send().await;
        assert!(answer.location().starts_with("/sessions/log_in?"), "{line:.80}");
    }
    assert_eq!(site.database.dump().await, before);
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn other_cookies_of_the_same_host_are_no_matter() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let token = browser.cookie(SESSION).unwrap();
    for other in ["theme=dark; a=b=c; flag", "name=J\u{fc}rgen"] {
        let line: Vec<u8> = format!("{other}; {SESSION}={token}").chars().map(|c| c as u8).collect();
        let mut connection = site.connect().await;
        connection
            .send(format!("GET /account HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: ", site.address))
            .await;
        connection.send(line).await;
        connection.send("\r\n\r\n").await;
        let answer = connection.read_all().await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "beside {other:?}: {answer:.300}");
    }
}
