//! Where clients are: read from where the settings say, and never guessed.

use crate::{
    log::Log,
    support::{ADA, Answer, Browser, EVE, NO_FIELDS, Setup, Site, minutes, seconds},
};
use reqwest::Method;

/// What is no address, though a proxy may send it.
const GARBAGE: [&str; 9] =
    ["unknown", "-", "", "evil.example", "203.0.113.5.6", "203.0.113.5, unknown", "::1::", "[2001:db8::7", "1'; --"];

async fn behind(source: &str) -> Site {
    Setup::new().with_limits().set("--client-ip-source", source).start().await
}

/// Posts a form that says nothing of its client but this.
async fn post(site: &Site, path: &str, header: Option<(&str, &str)>, fields: &[(&str, &str)]) -> Answer {
    let browser = Browser::new(&site.url, site.address, Some(site.auth.clone()));
    let mut request = browser.request(Method::POST, path);
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    request.form(fields).send().await
}

async fn ask(site: &Site, header: (&str, &str), email: &str) -> Answer {
    post(site, "/api/magic_auth/request_log_in", Some(header), &[("email", email)]).await
}

#[tokio::test]
async fn every_way_to_write_a_client_counts_as_the_same_client() {
    for (source, name, wrap) in [
        ("RightmostXForwardedFor", "x-forwarded-for", false),
        ("RightmostForwarded", "forwarded", true),
        ("XRealIp", "x-real-ip", false),
        ("CfConnectingIp", "cf-connecting-ip", false),
        ("TrueClientIp", "true-client-ip", false),
        ("FlyClientIp", "fly-client-ip", false),
        ("CloudFrontViewerAddress", "cloudfront-viewer-address", false),
        ("XEnvoyExternalAddress", "x-envoy-external-address", false),
    ] {
        let setup = Setup::new().with_limits().set("--client-ip-source", source).set("--emails-per-client", "3");
        let site = setup.start().await;
        let mut number = 0;
        for spellings in [
            ["203.0.113.5", "203.0.113.5:51234", "::ffff:203.0.113.5", "[::ffff:203.0.113.5]:51235"],
            ["2001:db8::7", "[2001:db8::7]:443", "[2001:db8:0:0:1::]", "2001:db8::7%eth0"],
        ] {
            let mut answers = Vec::new();
            for node in spellings {
                number += 1;
                let value = if wrap { format!("for=\"{node}\";proto=https") } else { node.to_owned() };
                answers.push(ask(&site, (name, &value), &format!("p{number}@example.com")).await.status);
            }
            assert_eq!(answers, [303, 303, 303, 429], "{source} {spellings:?}");
        }
    }
}

#[tokio::test]
async fn where_nobody_knows_where_a_client_is_pages_are_served_and_what_a_limit_guards_is_refused() {
    let site = behind("RightmostXForwardedFor").await;
    for value in GARBAGE.map(Some).into_iter().chain([None]) {
        let header = value.map(|value| ("x-forwarded-for", value));
        let messages = site.email_count();
        for (path, fields) in [
            ("/api/magic_auth/request_log_in", &[("email", ADA)][..]),
            ("/api/magic_auth/request_log_in", &[("email", EVE), ("remember", "on")]),
        ] {
            let page = post(&site, path, header, fields).await;
            assert_eq!((page.status, page.heading().as_str()), (503, "We can't tell where you are"), "{value:?}");
            assert!(page.set_cookies().is_empty(), "{value:?}");
        }
        let browser = Browser::new(&site.url, site.address, None);
        for path in ["/", "/sessions/log_in", "/favicon.svg", "/healthz"] {
            let mut request = browser.request(Method::GET, path);
            if let Some((name, value)) = header {
                request = request.header(name, value);
            }
            assert_eq!(request.send().await.status, 200, "{path} {value:?}");
        }
        assert_eq!(site.email_count(), messages);
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_limits").await, 0, "no text has become a key");
    assert_eq!(ask(&site, ("x-forwarded-for", "203.0.113.5"), ADA).await.status, 303, "nobody's budget was used up");
}

#[tokio::test]
async fn so_is_a_code_and_a_change_of_address_but_not_a_click_in_the_own_browser_nor_a_log_out() {
    let site = behind("RightmostXForwardedFor").await;
    let (browser, other) = (site.browser(), site.browser());
    browser.ask(ADA).await;
    let message = site.message(ADA);
    let garbled = async |browser: &Browser, path: &str, fields: &[(&str, &str)]| {
        let request = browser.request(Method::POST, path).header("x-forwarded-for", "unknown");
        request.form(fields).send().await
    };
    site.clock.advance(seconds(30));
    for path in ["/api/magic_auth/log_in_with_code", "/api/magic_auth/resend_email"] {
        assert_eq!(garbled(&browser, path, &[("code", &message.code)]).await.status, 503, "{path}");
    }
    other.get(&message.path).await;
    assert_eq!(garbled(&other, "/api/magic_auth/log_in_with_link", &[("code", &message.code)]).await.status, 503);
    assert_eq!(
        site.database.number("SELECT tries + link_tries FROM magic_auth_challenges").await,
        0,
        "no try was used up"
    );

    let program = browser.bare(Method::POST, "/api/magic_auth/log_in_with_code").header("x-forwarded-for", "unknown");
    let program = program.header("sec-fetch-site", "same-origin").header("accept", "application/json");
    let told = program.form(&[("code", &message.code)]).send().await;
    assert!(told.status == 503 && told.body.contains("client_unknown"), "{told:?}");

    browser.get(&message.path).await;
    assert!(garbled(&browser, "/api/magic_auth/log_in_with_link", NO_FIELDS).await.logs_in(), "no limit guards that");
    assert_eq!(garbled(&browser, "/api/magic_auth/change_email", &[("email", EVE)]).await.status, 503);
    assert!(browser.is_logged_in().await);
    assert_eq!(
        garbled(&browser, "/api/magic_auth/log_out", NO_FIELDS).await.location(),
        "/sessions/log_in?notice=logged_out"
    );
}

#[tokio::test]
async fn without_limits_nothing_is_guarded() {
    let site = Setup::new().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    assert_eq!(ask(&site, ("x-forwarded-for", "unknown"), ADA).await.status, 303);
}

#[tokio::test]
async fn the_operator_reads_once_a_minute_which_header_says_nothing_and_what() {
    let (log, _guard) = Log::start(true);
    let site = behind("RightmostXForwardedFor").await;
    let lines =
        |word: &str| log.text().lines().filter(|line| line.contains(word)).map(str::to_owned).collect::<Vec<_>>();
    for value in GARBAGE {
        ask(&site, ("x-forwarded-for", value), ADA).await;
    }
    let told = lines("CLIENT_IP_SOURCE");
    assert_eq!(told.len(), 1, "{told:?}");
    for word in ["\"level\":\"ERROR\"", "x-forwarded-for", "\"value\":\"unknown\"", "RightmostXForwardedFor"] {
        assert!(told[0].contains(word), "{word} in {}", told[0]);
    }
    site.clock.advance(seconds(59));
    ask(&site, ("x-forwarded-for", &"long ".repeat(1_000)), ADA).await;
    assert_eq!(lines("CLIENT_IP_SOURCE").len(), 1);
    site.clock.advance(seconds(1));
    ask(&site, ("x-forwarded-for", &"long ".repeat(1_000)), ADA).await;
    let told = lines("CLIENT_IP_SOURCE");
    assert!(told.len() == 2 && told[1].matches("long").count() == 40, "{told:?}");
    site.clock.advance(minutes(1));
    post(&site, "/api/magic_auth/request_log_in", None, &[("email", ADA)]).await;
    let told = lines("CLIENT_IP_SOURCE");
    assert!(told.len() == 3 && told[2].contains("missing") && told[2].contains("x-forwarded-for"), "{told:?}");
}

#[tokio::test]
async fn a_forwarding_header_that_nobody_reads_is_told_of_once() {
    for (name, value) in [
        ("x-forwarded-for", "203.0.113.5"),
        ("forwarded", "for=203.0.113.5"),
        ("x-real-ip", "203.0.113.5"),
        ("cf-connecting-ip", "203.0.113.5"),
        ("true-client-ip", "203.0.113.5"),
        ("fly-client-ip", "203.0.113.5"),
        ("cloudfront-viewer-address", "203.0.113.5:443"),
        ("x-envoy-external-address", "203.0.113.5"),
        ("x-client-ip", "unknown"),
    ] {
        let (log, _guard) = Log::start(true);
        let site = Site::start().await;
        let told = || log.text().lines().filter(|line| line.contains("nobody reads it")).count();
        site.browser().get("/sessions/log_in").await;
        assert_eq!(told(), 0, "{name}");
        for _ in 0..3 {
            let browser = site.browser();
            assert_eq!(browser.request(Method::GET, "/sessions/log_in").header(name, value).send().await.status, 200);
            site.clock.advance(minutes(10));
        }
        assert_eq!(told(), 1, "{name}");
        let text = log.text();
        let line = text.lines().find(|line| line.contains("nobody reads it")).unwrap();
        assert!(
            line.contains(name) && line.contains("\"level\":\"WARN\"") && line.contains("CLIENT_IP_SOURCE"),
            "{line}"
        );
    }
}
