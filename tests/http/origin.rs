//! Nobody else's page acts in a visitor's name.

use crate::support::{ADA, Answer, Browser, EVE, SESSION, Site};
use reqwest::Method;

/// Every address that changes something.
const UNSAFE: [(Method, &str); 14] = [
    (Method::POST, "/api/magic_auth/request_log_in"),
    (Method::POST, "/api/magic_auth/resend_email"),
    (Method::POST, "/api/magic_auth/log_in_with_code"),
    (Method::POST, "/api/magic_auth/log_in_with_link"),
    (Method::POST, "/api/magic_auth/log_out"),
    (Method::POST, "/api/magic_auth/log_out_all"),
    (Method::POST, "/api/magic_auth/end_session"),
    (Method::POST, "/api/magic_auth/end_other_sessions"),
    (Method::POST, "/api/magic_auth/change_email"),
    (Method::POST, "/api/magic_auth/cancel_email_change"),
    (Method::POST, "/api/magic_auth/send_undo_email"),
    (Method::POST, "/api/magic_auth/undo_email_change"),
    (Method::DELETE, "/sessions/log_out"),
    (Method::DELETE, "/sessions/log_out/all"),
];

const SITES: [Option<&str>; 7] =
    [None, Some("same-origin"), Some("none"), Some("same-site"), Some("cross-site"), Some("Same-Origin"), Some("")];

/// A name that only a proxy in front of us knows.
const INTERNAL: &str = "internal:8080";

/// What stands in `Origin`, and whether it is our own.
fn origins(site: &Site) -> Vec<(Option<String>, bool)> {
    let other_port = format!("http://{}:{}", site.address.ip(), u32::from(site.address.port()) ^ 1);
    vec![
        (None, false),
        (Some(site.url.clone()), true),
        (Some("null".to_owned()), false),
        (Some("http://evil.example".to_owned()), false),
        (Some(other_port), false),
        (Some(site.url.replace("http://", "https://")), false),
        (Some(format!("{}.evil.example", site.url)), false),
        (Some(format!("{}@evil.example", site.url)), false),
        (Some(format!("{}/", site.url)), false),
        (Some(String::new()), false),
    ]
}

async fn send(
    browser: &Browser,
    (method, path): &(Method, &'static str),
    fetch_site: Option<&str>,
    origin: Option<&str>,
) -> Answer {
    let mut request = browser.bare(method.clone(), path).header("accept", "text/html");
    if let Some(fetch_site) = fetch_site {
        request = request.header("sec-fetch-site", fetch_site);
    }
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    request.form(&[]).send().await
}

#[tokio::test]
async fn every_unsafe_request_must_come_from_our_own_pages() {
    let site = Site::start().await;
    let logged_in = site.browser();
    logged_in.log_in(&site, ADA).await;
    for target in &UNSAFE {
        for fetch_site in SITES {
            for (origin, own) in origins(&site) {
                for cookie in [true, false] {
                    let passes = match (fetch_site, &origin) {
                        (Some("same-origin"), None) => true,
                        (Some("same-origin"), Some(origin)) => own || origin == "null",
                        (Some(_), _) => false,
                        (None, Some(_)) => own,
                        (None, None) => !cookie,
                    };
                    // It ends a session, which must not be that of the other rows.
                    let logs_out = passes && cookie && target.1.contains("log_out");
                    let browser = if cookie && !logs_out { logged_in.twin() } else { site.browser() };
                    if logs_out {
                        browser.log_in(&site, EVE).await;
                    }
                    let answer = send(&browser, target, fetch_site, origin.as_deref()).await;
                    let row = format!("{target:?} {fetch_site:?} {origin:?} cookie: {cookie}");
                    assert_eq!(answer.status == 403, !passes, "{row}: {}", answer.status);
                    assert!(passes || answer.set_cookies().is_empty(), "{row}");
                    assert!(!logs_out || !browser.is_logged_in().await, "{row}");
                }
            }
        }
    }
    assert!(logged_in.is_logged_in().await);
}

#[tokio::test]
async fn another_sites_page_can_log_nobody_in_or_out_and_send_no_email() {
    let site = Site::start().await;
    let victim = site.browser();
    victim.log_in(&site, ADA).await;
    let before = (site.email_count(), site.database.dump().await);
    for target in &UNSAFE {
        let answer = send(&victim, target, Some("cross-site"), Some("http://evil.example")).await;
        assert_eq!((answer.status, answer.heading().as_str()), (403, "That came from another site"));
    }
    assert_eq!((site.email_count(), site.database.dump().await), before);
    assert!(victim.cookie(SESSION).is_some() && victim.is_logged_in().await);
}

/// Logs in and asks to log out, with these headers of where that comes from.
async fn refused(site: &Site, accept: &str, headers: &[(&str, &str)]) -> Answer {
    let browser = site.browser();
    browser.set_cookie(SESSION, "x");
    let mut request = browser.bare(Method::POST, "/api/magic_auth/log_out").header("accept", accept);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let answer = request.form(&[]).send().await;
    assert_eq!(answer.status, 403, "{headers:?}");
    answer
}

#[tokio::test]
async fn a_browser_that_does_not_say_where_it_is_learns_what_is_missing_and_what_to_do() {
    let site = Site::start().await;
    for headers in [&[][..], &[("origin", "null")]] {
        let page = refused(&site, "text/html", headers).await;
        assert_eq!(page.heading(), "Your browser left something out", "{headers:?}");
        for word in ["Origin", "Sec-Fetch-Site", "privacy extension", "proxy", "another browser"] {
            assert!(page.says(word), "{word} in {}", page.text());
        }
        assert!(!page.says("try again"), "that would help nobody: {}", page.text());
        let line = refused(&site, "application/json", headers).await;
        assert!(line.body.contains("Origin") && line.body.lines().count() == 1, "{}", line.body);
    }
    let other = refused(&site, "text/html", &[("origin", "http://evil.example")]).await;
    assert_eq!(other.heading(), "That came from another site");
}

#[tokio::test]
async fn who_has_our_page_open_at_another_address_is_led_to_the_public_one() {
    let site = Site::start().await;
    let headers = [("sec-fetch-site", "same-origin"), ("origin", "http://internal:8080")];
    let page = refused(&site, "text/html", &headers).await;
    assert_eq!(page.heading(), "This page is open at another address");
    assert!(page.body.contains(&format!("href=\"{}/\"", site.url)), "{}", page.body);
}

#[tokio::test]
async fn no_other_sites_page_opens_a_live_line() {
    let site = Site::start().await;
    let (browser, stranger) = (site.browser(), site.browser());
    browser.log_in(&site, ADA).await;
    let page = browser.load(&site).await;
    for fetch_site in SITES {
        for (origin, own) in origins(&site) {
            let opens = own && matches!(fetch_site, None | Some("same-origin"));
            let headers = [("sec-fetch-site", fetch_site), ("origin", origin.as_deref())];
            for cookie in [&browser, &stranger] {
                let status = page.refused(cookie, &headers).await;
                assert_eq!(status, if opens { 101 } else { 403 }, "{fetch_site:?} {origin:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_header_that_is_there_twice_is_not_believed() {
    let site = Site::start().await;
    let browser = site.browser();
    for (name, first, second) in [
        ("sec-fetch-site", "same-origin", "cross-site"),
        ("sec-fetch-site", "same-origin", "same-origin"),
        ("origin", site.url.as_str(), "http://evil.example"),
    ] {
        let request =
            browser.bare(Method::POST, "/api/magic_auth/request_log_in").header(name, first).header(name, second);
        assert_eq!(request.form(&[("email", ADA)]).send().await.status, 403, "{name}: {first}, {second}");
    }
    assert_eq!(site.email_count(), 0);
}

#[tokio::test]
async fn the_host_that_a_request_names_is_no_origin_of_ours() {
    let site = Site::start().await;
    let browser = site.browser();
    let request = browser.bare(Method::POST, "/api/magic_auth/request_log_in").form(&[("email", ADA)]);
    let request = request.header("origin", "http://evil.example").header("x-forwarded-host", "evil.example");
    assert_eq!(request.send().await.status, 403);
    let target = (Method::POST, "/api/magic_auth/request_log_in");
    let answer = raw(&site, &target, "evil.example", "http://evil.example", None).await;
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
}

/// What is answered to a form that comes with this host and origin.
async fn raw(site: &Site, (method, path): &(Method, &str), host: &str, origin: &str, session: Option<&str>) -> String {
    let mut connection = site.connect().await;
    let cookie = session.map(|token| format!("Cookie: {SESSION}={token}\r\n")).unwrap_or_default();
    let body = format!("email={EVE}");
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nConnection: close\r\n{cookie}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    connection.send(head).await;
    connection.read_all().await
}

#[tokio::test]
async fn behind_a_proxy_that_names_another_host_our_own_pages_pass_and_no_others() {
    let site = Site::start().await;
    for target in &UNSAFE {
        let browser = site.browser();
        browser.log_in(&site, ADA).await;
        let session = browser.cookie(SESSION);
        let refused = raw(&site, target, INTERNAL, &format!("http://{INTERNAL}"), session.as_deref()).await;
        assert!(refused.starts_with("HTTP/1.1 403"), "{target:?}: {refused}");
        assert!(browser.is_logged_in().await, "{target:?}");
        let answer = raw(&site, target, INTERNAL, &site.url, session.as_deref()).await;
        assert!(answer.starts_with("HTTP/1.1 ") && !answer.starts_with("HTTP/1.1 403"), "{target:?}: {answer}");
        assert!(!target.1.contains("log_out") || !browser.is_logged_in().await, "{target:?}");
    }
    let before = site.messages(EVE).len();
    let answer = raw(&site, &UNSAFE[0], INTERNAL, &site.url, None).await;
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    site.auth.finish_deliveries().await;
    assert_eq!(site.messages(EVE).len(), before + 1);
}

#[tokio::test]
async fn a_live_line_opens_for_our_own_origin_whatever_the_host_and_for_no_other() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let session = browser.get("/account").await.live_session().expect("a live page");
    let open = async |host: &str, origin: &str| {
        let mut connection = site.connect().await;
        let cookie = format!("{SESSION}={}", browser.cookie(SESSION).unwrap());
        let head = format!(
            "GET /sessions/live?session={session} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nCookie: {cookie}\r\n\
             Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        connection.send(head).await;
        (connection.until("\r\n\r\n").await, connection)
    };
    for (host, origin) in [
        ("evil.example", "http://evil.example"),
        (INTERNAL, "http://internal:8080"),
        (INTERNAL, "http://evil.example"),
        ("evil.example", "null"),
    ] {
        let (answer, _) = open(host, origin).await;
        assert!(answer.starts_with("HTTP/1.1 403 "), "{host} {origin}: {answer}");
    }
    let (answer, mut connection) = open(INTERNAL, &site.url).await;
    assert!(answer.starts_with("HTTP/1.1 101 "), "{answer}");
    connection.until(".").await;
}

#[tokio::test]
async fn a_link_on_another_site_still_opens_our_pages() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let answer = browser.bare(Method::GET, "/account").header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn other_sites_get_no_permission_by_preflight() {
    let site = Site::start().await;
    let browser = site.browser();
    let request = browser.bare(Method::OPTIONS, "/api/magic_auth/log_out").header("origin", "http://evil.example");
    let answer = request.header("access-control-request-method", "POST").send().await;
    assert_eq!(answer.status, 405);
    assert!(answer.headers.keys().all(|name| !name.as_str().starts_with("access-control-")));
}
