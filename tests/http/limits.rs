//! Limits: how often emails may be asked for, and codes be tried.

use crate::support::{
    ADA, Answer, Browser, CHALLENGE, EVE, NO_FIELDS, OwnDatabase, Setup, Site, hours, minutes, seconds,
};
use std::time::Duration;

/// A server behind a proxy, so that a test can play many clients.
async fn behind_proxy() -> Site {
    Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await
}

async fn ask_from(browser: &Browser, client: &str, email: &str) -> Answer {
    let request =
        browser.request(reqwest::Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", client);
    request.form(&[("email", email), ("remember", "true"), ("return_to", "/account?page=2")]).send().await
}

/// Asks as somebody new, from a client that nobody else has.
async fn ask_anew(site: &Site, number: u32, email: &str) -> Answer {
    ask_from(&site.browser(), &format!("10.{}.{}.{}", number >> 16, number >> 8 & 255, number & 255), email).await
}

fn wait(answer: &Answer) -> u64 {
    assert_eq!(answer.status, 429, "{}", answer.body);
    answer.header("retry-after").unwrap().parse().unwrap()
}

#[tokio::test]
async fn one_email_to_an_address_in_half_a_minute_whoever_asks() {
    let site = behind_proxy().await;
    assert_eq!(ask_anew(&site, 1, ADA).await.status, 303);
    assert_eq!(wait(&ask_anew(&site, 2, ADA).await), 30);
    site.clock.advance(seconds(29));
    assert_eq!(wait(&ask_anew(&site, 3, ADA).await), 1);
    assert_eq!(ask_anew(&site, 4, EVE).await.status, 303, "another address has its own");
    site.clock.advance(seconds(1));
    assert_eq!(ask_anew(&site, 5, ADA).await.status, 303, "exactly then");
}

#[tokio::test]
async fn five_emails_to_an_address_in_an_hour_and_then_one_each_twelve_minutes() {
    let site = behind_proxy().await;
    for number in 0..5 {
        assert_eq!(ask_anew(&site, number, ADA).await.status, 303);
        site.clock.advance(seconds(30));
    }
    let refused = ask_anew(&site, 9, ADA).await;
    assert_eq!(wait(&refused), 12 * 60 - 150);
    site.clock.advance(seconds(wait(&refused)));
    assert_eq!(ask_anew(&site, 10, ADA).await.status, 303);
    assert_eq!(wait(&ask_anew(&site, 11, ADA).await), 12 * 60);
    assert_eq!(site.messages(ADA).len(), 6);
}

#[tokio::test]
async fn a_mailbox_that_is_bombed_from_many_clients_gets_twenty_emails_a_day() {
    let site = behind_proxy().await;
    let mut came: Vec<i64> = Vec::new();
    for number in 0..(3 * 24 * 6) {
        if ask_anew(&site, number, ADA).await.status == 303 {
            came.push(site.clock.now());
        }
        site.clock.advance(minutes(10));
    }
    let day = 24 * 60 * 60 * 1000;
    for (at, first) in came.iter().enumerate() {
        let within = came[at..].iter().filter(|later| **later - first < day).count();
        assert!(within <= 20, "{within} in a day");
    }
    assert!(came.len() >= 30, "and not much less: {}", came.len());
}

#[tokio::test]
async fn spellings_of_one_address_count_as_one() {
    let site = behind_proxy().await;
    for (number, (one, other)) in [
        (ADA, "  ADA@Example.COM "),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("eve@BÜCHER.example", "eve@bücher.example"),
    ]
    .into_iter()
    .enumerate()
    {
        let number = number as u32 * 2;
        assert_eq!(ask_anew(&site, number, one).await.status, 303, "{one}");
        assert_eq!(ask_anew(&site, number + 1, other).await.status, 429, "{other}");
    }
}

/// Ways to write the address of a server function, its own first.
fn spellings(site: &Site, name: &str) -> Vec<String> {
    let (first, rest) = name.split_at(1);
    let escaped = format!("%{:02x}{rest}", first.as_bytes()[0]);
    vec![
        format!("/api/magic_auth/{name}"),
        format!("/api/magic_auth/{name}?"),
        format!("/api/magic_auth/{name}?x=/api/magic_auth/{name}"),
        format!("/api/magic_auth/{name}#x"),
        format!("http://{}/api/magic_auth/{name}", site.address),
        format!("http://{}//api/magic_auth/{name}", site.address),
        format!("http://evil.example/api/magic_auth/{name}"),
        format!("//api/magic_auth//{name}"),
        format!("//api/magic_auth/{name}"),
        format!("/api/magic_auth//{name}"),
        format!("/api/magic_auth/{name}/"),
        format!("/api/magic_auth/{name}//"),
        format!("/api/magic_auth/{name}."),
        format!("/api/magic_auth/{name}/."),
        format!("/api/magic_auth/{name};"),
        format!("/api/magic_auth/{name};x=y"),
        format!("/api/magic_auth;/{name}"),
        format!("/api/magic_auth/{name}%00"),
        format!("/api/magic_auth/{name}%20"),
        format!("/api/magic_auth/{name}%3f"),
        format!("/api/magic_auth/{escaped}"),
        format!("/%61pi/magic_auth/{name}"),
        format!("/API/magic_auth/{name}"),
        format!("/api/magic_auth/{}", name.to_uppercase()),
        format!("/api/magic_auth/./{name}"),
        format!("/api/magic_auth/%2e/{name}"),
        format!("/api/magic_auth/../api/magic_auth/{name}"),
        format!("/api/magic_auth/%2e%2e/api/magic_auth/{name}"),
        format!("/x/../api/magic_auth/{name}"),
        format!("/api/magic_auth/%2f/{name}"),
        format!("/api/magic_auth%2f{name}"),
        format!("/api/magic_auth/%2f{name}"),
        format!("/api/magic_auth%252f{name}"),
        format!("/api/magic_auth\\{name}"),
        format!("/api/magic_auth/%5c{name}"),
    ]
}

/// The status of a form that is posted to exactly this path.
async fn post_as_written(site: &Site, path: &str, cookie: &str, form: &str) -> u16 {
    let mut connection = site.connect().await;
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        site.address,
        site.url,
        form.len()
    );
    connection.send(head).await;
    let answer = connection.read_all().await;
    let status = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    status.unwrap_or_else(|| panic!("{path}: {answer:?}"))
}

#[tokio::test]
async fn no_spelling_of_the_path_is_a_way_around() {
    let site = Setup::new().with_limits().set("--codes-per-client", "1").start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    assert_eq!(browser.type_code(&message.wrong_code()).await.status, 303);
    let cookie = format!("{CHALLENGE}={}", browser.cookie(CHALLENGE).unwrap());
    let (ask, log_in) = (format!("email={ADA}"), format!("code={}", message.code));
    for (name, cookie, form) in [("request_log_in", "x=y", ask), ("log_in_with_code", &cookie, log_in)] {
        for (number, path) in spellings(&site, name).into_iter().enumerate() {
            let status = post_as_written(&site, &path, cookie, &form).await;
            assert!([404, 405, 429].contains(&status), "{path}: {status}");
            assert!(number > 0 || status == 429, "what is served is refused: {path}: {status}");
        }
    }
    site.auth.finish_deliveries().await;
    assert_eq!(site.messages(ADA).len(), 1);
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 1);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
}

#[tokio::test]
async fn fifty_emails_in_an_hour_for_one_client_over_any_addresses() {
    let site = behind_proxy().await;
    let client = "2001:db8:1:2:3:4:5:6";
    for number in 0..50 {
        let answer = ask_from(&site.browser(), client, &format!("p{number}@example.com")).await;
        assert_eq!(answer.status, 303, "{number}");
    }
    let neighbour = ask_from(&site.browser(), "2001:db8:1:2:ffff::1", "other@example.com").await;
    assert_eq!(wait(&neighbour), 72, "the whole /64 is one client");
    assert_eq!(ask_from(&site.browser(), "2001:db8:1:3::1", "other@example.com").await.status, 303);
    assert_eq!(ask_from(&site.browser(), "203.0.113.9", "more@example.com").await.status, 303);
}

#[tokio::test]
async fn a_header_counts_for_nothing_unless_the_settings_name_it() {
    let site = Setup::new().with_limits().set("--emails-per-client", "2").start().await;
    for number in 0..2 {
        assert_eq!(ask_anew(&site, number, &format!("p{number}@example.com")).await.status, 303);
    }
    assert_eq!(ask_anew(&site, 3, "p3@example.com").await.status, 429);
}

#[tokio::test]
async fn emails_in_all_are_limited_and_a_refusal_by_one_limit_costs_nothing_of_another() {
    let site = Setup::new()
        .with_limits()
        .set("--client-ip-source", "RightmostXForwardedFor")
        .set("--emails-in-all", "3")
        .start()
        .await;
    for number in 0..3 {
        assert_eq!(ask_anew(&site, number, &format!("p{number}@example.com")).await.status, 303);
    }
    for number in 4..9 {
        assert_eq!(wait(&ask_anew(&site, number, ADA).await), 20 * 60);
    }
    site.clock.advance(minutes(20));
    assert_eq!(ask_anew(&site, 10, ADA).await.status, 303, "the address had lost none of its own");
}

#[tokio::test]
async fn sixty_codes_in_a_minute_for_one_client_and_what_is_refused_costs_no_try() {
    let site = Setup::new().with_limits().set("--codes-per-client", "3").start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    for _ in 0..3 {
        assert_eq!(browser.type_code(&message.wrong_code()).await.status, 303);
    }
    let refused = browser.type_code(&message.code).await;
    assert_eq!(wait(&refused), 20);
    assert!(!refused.logs_in() && !refused.body.contains(&message.code));
    assert_eq!(refused.heading(), "A little later");
    let told = browser.post_for_json("/api/magic_auth/log_in_with_code", &[("code", "000000")]).await;
    assert!(told.body.contains("codes_limited"), "{}", told.body);
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 3);
    site.clock.advance(seconds(20));
    assert!(browser.type_code(&message.code).await.logs_in());
}

#[tokio::test]
async fn the_page_says_when_and_sends_the_same_again_then() {
    let site = behind_proxy().await;
    ask_anew(&site, 1, ADA).await;
    let browser = site.browser();
    let page = ask_from(&browser, "10.9.9.9", ADA).await;
    assert_eq!(page.heading(), "A little later");
    assert!(page.says("The newest one in your inbox works here too, whoever asked for it"));
    assert!(page.says("You can ask again from 14:05 UTC on."));
    let form = page.form("/api/magic_auth/request_log_in").unwrap();
    for field in [("email", ADA), ("remember", "true"), ("return_to", "/account?page=2")] {
        assert!(form.contains(&(field.0.to_owned(), field.1.to_owned())), "{form:?}");
    }
    site.clock.advance(seconds(30));
    let answer =
        browser.request(reqwest::Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", "10.9.9.9");
    let fields: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(answer.form(&fields).send().await.location(), "/sessions/password");
}

#[tokio::test]
async fn a_refusal_tells_nothing_of_the_address() {
    let site = behind_proxy().await;
    site.browser().post("/api/magic_auth/log_out", NO_FIELDS).await;
    let known = site.browser();
    let request =
        known.request(reqwest::Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", "10.0.0.1");
    request.form(&[("email", ADA)]).send().await;
    assert!(known.type_code(&site.message(ADA).code).await.logs_in());
    ask_anew(&site, 5, EVE).await;
    let (known, new) = (ask_anew(&site, 6, ADA).await, ask_anew(&site, 7, EVE).await);
    crate::support::assert_alike("the refusals", &known.shape(&[ADA]), &new.shape(&[EVE]));
}

#[tokio::test]
async fn they_hold_over_a_restart() {
    let database = OwnDatabase::new().await;
    let start =
        || Setup::new().with_limits().set("--database-url", &database.url()).set("--codes-per-client", "3").start();
    let mut site = start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    for _ in 0..3 {
        assert_eq!(browser.type_code("000000").await.status, 303);
    }
    site.tell_to_stop();
    site.stopped().await;
    let site = start().await;
    assert_eq!(wait(&site.browser().post("/api/magic_auth/request_log_in", &[("email", ADA)]).await), 30);
    let challenge = browser.cookie(CHALLENGE).unwrap();
    let browser = site.browser();
    browser.set_cookie(CHALLENGE, &challenge);
    assert_eq!(wait(&browser.type_code("000000").await), 20);
    assert_eq!(site.email_count(), 0);
}

#[tokio::test]
async fn a_hundred_thousand_that_are_full_again_are_forgotten_and_no_others() {
    let site = behind_proxy().await;
    site.database
        .run(
            "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 100000)
             INSERT INTO magic_auth_limits (key, full_at) SELECT 'emails by 10.' || n, n FROM counted",
        )
        .await;
    assert_eq!(ask_anew(&site, 1, ADA).await.status, 303);
    site.auth.prune().await.unwrap();
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_limits").await,
        6,
        "three of the address, one each besides"
    );
    assert_eq!(ask_anew(&site, 2, ADA).await.status, 429);
    site.clock.advance(hours(3));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_limits").await, 0);
}

#[tokio::test]
async fn a_change_of_address_that_is_limited_changes_nothing() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.browser().ask("grace@example.com").await;
    let refused = browser.change_email("grace@example.com").await;
    assert_eq!(wait(&refused), 30);
    assert_eq!(
        refused.form("/api/magic_auth/change_email").unwrap(),
        [("email".to_owned(), "grace@example.com".to_owned())]
    );
    assert!(browser.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 0);
    site.clock.advance(seconds(30));
    assert_eq!(browser.change_email("grace@example.com").await.location(), "/sessions/password");
}

#[tokio::test]
async fn they_hold_to_the_millisecond() {
    let site = behind_proxy().await;
    ask_anew(&site, 1, ADA).await;
    site.clock.advance(seconds(30) - Duration::from_millis(1));
    assert_eq!(wait(&ask_anew(&site, 2, ADA).await), 1);
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(ask_anew(&site, 3, ADA).await.status, 303);
}
