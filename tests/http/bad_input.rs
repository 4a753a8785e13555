//! What no honest browser sends: each gets a clear page or status, and leaves no trace.

use crate::support::{ADA, Answer, Browser, Site};
use reqwest::{Body, Method};

const FORM: &str = "application/x-www-form-urlencoded";
const FUNCTIONS: [&str; 5] = ["request_log_in", "resend_email", "log_in_with_code", "log_in_with_link", "log_out"];

async fn post_raw(browser: &Browser, function: &str, content_type: &str, body: impl Into<Body>) -> Answer {
    browser.request(Method::POST, &format!("/api/magic_auth/{function}")).body(content_type, body).send().await
}

#[tokio::test]
async fn what_is_no_code_is_told_so_and_costs_no_try() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    let before = site.database.dump().await;
    let long = "1".repeat(60_000);
    for typed in ["", " ", "12345", "1234567", "½23456", "0x1234", "-12345\u{0}", "🎲🎲🎲🎲🎲🎲", "' OR 1=1 --", &long]
    {
        let answer = browser.type_code(typed).await;
        assert_eq!(answer.location(), "/sessions/password?error=not_a_code", "{:.20}", typed);
        let page = browser.follow(answer).await;
        assert_eq!(page.field_error("code").as_deref(), Some("A code has 6 digits. Type all of them."));
    }
    let answer = post_raw(&browser, "log_in_with_code", FORM, "code=%ff%fe%00").await;
    assert_eq!(answer.location(), "/sessions/password?error=not_a_code", "bytes that are no text");
    browser.visit("/sessions/password").await;
    assert_eq!(site.database.dump().await, before);
    assert!(browser.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn fields_that_are_doubled_lists_or_no_text_at_all_are_a_bad_request() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    browser.get(&site.message(ADA).path).await;
    let before = site.database.dump().await;
    for (function, body) in [
        ("log_in_with_code", "code=123456&code=654321"),
        ("log_in_with_code", "code[]=123456"),
        ("log_in_with_code", "code[0]=123456&code[1]=654321"),
        ("log_in_with_code", "code[a]=123456"),
        ("log_in_with_link", "code[]=123456"),
        ("log_in_with_link", "remember=perhaps"),
        ("request_log_in", "email=ada@example.com&email=eve@example.com"),
        ("request_log_in", "email[]=ada@example.com"),
        ("request_log_in", "email=eve@example.com&remember=2"),
        ("request_log_in", "email=eve@example.com&return_to[]=/"),
    ] {
        let answer = post_raw(&browser, function, FORM, body).await;
        assert_eq!((answer.status, answer.heading().as_str()), (400, "That didn't reach us whole"), "{body}");
        assert!(answer.set_cookies().is_empty() && answer.header("location").is_none(), "{body}");
        let program =
            browser.bare(Method::POST, &format!("/api/magic_auth/{function}")).header("sec-fetch-site", "same-origin");
        let answer = program.header("accept", "application/json").body(FORM, body).send().await;
        assert_eq!(answer.status, 400, "{body}, for a program");
    }
    assert_eq!((site.database.dump().await, site.email_count()), (before, 1));
}

#[tokio::test]
async fn fields_that_nobody_knows_are_passed_over() {
    let site = Site::start().await;
    let browser = site.browser();
    let answer = post_raw(&browser, "request_log_in", FORM, "email=ada%40example.com&admin=true&&=&x").await;
    assert_eq!(answer.location(), "/sessions/password");
}

#[tokio::test]
async fn a_form_of_more_than_64_kib_is_refused_however_it_is_sent() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let before = site.database.dump().await;
    for length in [64 * 1024 + 1, 1024 * 1024] {
        for function in FUNCTIONS {
            let answer = post_raw(&browser, function, FORM, "code=".to_owned() + &"1".repeat(length - 5)).await;
            assert_eq!((answer.status, answer.heading().as_str()), (413, "That was too much"), "{function}");
        }
    }
    let answer = post_raw(&browser, "log_in_with_code", FORM, "code=".to_owned() + &"1".repeat(64 * 1024 - 5)).await;
    assert_eq!(answer.location(), "/sessions/password?error=not_a_code", "64 KiB is not too much");
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn a_form_sent_in_chunks_is_measured_as_it_comes() {
    let site = Site::start().await;
    let mut connection = site.connect().await;
    let head = format!(
        "POST /api/magic_auth/log_in_with_code HTTP/1.1\r\nHost: {}\r\nContent-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n",
        site.address
    );
    connection.send(head).await;
    for _ in 0..9 {
        connection.send(format!("2000\r\n{}\r\n", "1".repeat(0x2000))).await;
    }
    let answer = connection.read_all().await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[tokio::test]
async fn only_forms_are_taken() {
    let site = Site::start().await;
    let browser = site.browser();
    for function in FUNCTIONS {
        for content_type in ["application/json", "text/plain", "multipart/form-data; boundary=x", "", "x"] {
            let answer = post_raw(&browser, function, content_type, "email=ada%40example.com").await;
            assert_eq!(answer.status, 415, "{function}, {content_type:?}");
        }
        let answer = browser.request(Method::POST, &format!("/api/magic_auth/{function}")).send().await;
        assert_eq!(answer.status, 415, "{function}, without a type");
    }
    assert_eq!(site.email_count(), 0);
    for content_type in ["application/x-www-form-urlencoded; charset=UTF-8", "Application/X-WWW-Form-Urlencoded"] {
        let answer = post_raw(&browser, "request_log_in", content_type, "email=ada%40example.com").await;
        assert_eq!(answer.status, 303, "{content_type}: types are written in any case, and with parameters");
    }
}

#[tokio::test]
async fn a_wrong_method_is_refused_and_the_right_ones_are_named() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert!(browser.is_logged_in().await, "its token has come back, and that is noted");
    let before = site.database.dump().await;
    let pages = ["/", "/sessions/log_in", "/sessions/password", "/sessions/verify", "/account", "/sessions/waiting"];
    let data = ["/healthz", "/dev/mailbox", "/dev/mailbox.json", "/favicon.svg", "/nowhere"];
    let mut targets: Vec<_> = pages.into_iter().chain(data).map(|path| (path.to_owned(), "GET,HEAD")).collect();
    targets.extend(FUNCTIONS.map(|function| (format!("/api/magic_auth/{function}"), "POST")));
    targets.push(("/sessions/log_out".to_owned(), "DELETE"));
    for (path, allowed) in targets {
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"] {
            let is_probe = path == "/healthz" && method == "OPTIONS";
            if is_probe || allowed.split(',').any(|good| good == method) {
                continue;
            }
            let answer = browser.request(Method::from_bytes(method.as_bytes()).unwrap(), &path).send().await;
            assert_eq!(answer.status, 405, "{method} {path}");
            let allowed = if path == "/healthz" { "GET,HEAD,OPTIONS" } else { allowed };
            assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        }
    }
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn functions_that_do_not_exist_are_not_found() {
    let site = Site::start().await;
    for name in ["x", "log_out/", "log_out/all", "LOG_OUT", "request_log_in123", "%00", "../log_out", "../x"] {
        let path = &format!("/api/magic_auth/{name}").replace("/magic_auth/..", "");
        for answer in [site.browser().post(path, &[]).await, site.browser().get(path).await] {
            assert_eq!((answer.status, answer.heading().as_str()), (404, "There is nothing here"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_passed_over() {
    let site = Site::start().await;
    for query in [
        "?",
        "?&&==&",
        "?error=<script>alert(1)</script>",
        "?error=nothing&error=expired",
        "?notice[]=logged_out",
        "?return_to=%ff%fe",
        "?return_to=%",
        "?%00=%00",
        "?error=%F0%9F%8E%B2",
    ] {
        for path in ["/", "/sessions/log_in", "/sessions/verify", "/sessions/password", "/account", "/nowhere"] {
            let page = site.browser().visit(&format!("{path}{query}")).await;
            assert!(page.status == 200 || page.status == 404, "{path}{query}: {}", page.status);
            assert!(!page.body.contains("<script>alert"), "{path}{query}");
        }
    }
}

#[tokio::test]
async fn what_is_no_http_is_a_bad_request_and_the_server_lives() {
    let site = Site::start().await;
    for sent in [
        "\r\n\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /\u{0} HTTP/1.1\r\n\r\n",
        "\u{16}\u{3}\u{1}",
    ] {
        let mut connection = site.connect().await;
        connection.send(sent).await;
        connection.done().await;
        let answer = connection.read_all().await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{sent:?}: {answer}");
    }
    assert_eq!(site.browser().get("/healthz").await.status, 200);
}
