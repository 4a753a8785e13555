//! Mail servers as they are: slow, forgetful, strict. What goes over the wire, and what the page says.

use crate::{
    log::Log,
    support::{ADA, EVE, Heard, Says, ScriptedServer, Setup, Site},
};
use reqwest::Method;
use std::time::Duration;

const UNKNOWN: &str = "Our mail server hasn't confirmed your email yet.";
const NOT_SENT: &str = "We couldn't send your email";

/// A site that sends through this server and gives it a second for each answer.
async fn site(server: &ScriptedServer) -> Site {
    with(server, "Notes <no-reply@notes.example>").start().await
}

fn with(server: &ScriptedServer, from: &str) -> Setup {
    Setup::new().set("--smtp-url", &server.url).set("--mail-from", from).set("--smtp-timeout", "1s")
}

/// How many emails have come so far as this word says.
async fn deliveries(site: &Site, word: &str) -> i64 {
    let sql = match word {
        "pending" => "SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'pending'",
        "sent" => "SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'sent'",
        "refused" => "SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'refused'",
        "failed" => "SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'failed'",
        _ => "SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'unknown'",
    };
    site.database.number(sql).await
}

/// The code in an email as it was sent.
fn code(email: &str) -> String {
    let is_code = |line: &&str| line.len() == 6 && line.chars().all(|c| c.is_ascii_digit());
    email.lines().map(str::trim).find(is_code).expect("a code").to_owned()
}

#[tokio::test]
async fn a_server_that_scans_for_long_before_its_last_answer_has_taken_the_email() {
    let late = |heard: &Heard| if heard.line == "." { Says::Late(Duration::from_millis(1_500)) } else { Says::Usual };
    let server = ScriptedServer::start(late).await;
    let site = site(&server).await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    assert_eq!(page.heading(), "Check your email");
    assert_eq!(deliveries(&site, "sent").await, 1, "after more than an ordinary answer's time");
    assert!(browser.type_code(&code(&server.email_to(ADA).await)).await.logs_in());
}

#[tokio::test]
async fn an_email_whose_last_answer_never_comes_may_still_arrive_and_is_sent_only_once() {
    let mute = |heard: &Heard| if heard.line == "." && heard.email == 1 { Says::Silence } else { Says::Usual };
    let server = ScriptedServer::start(mute).await;
    let site = site(&server).await;
    let browser = site.browser();
    browser.ask(ADA).await;
    // The page itself waits for two seconds, and the verdict has six.
    let mut page = browser.visit("/sessions/password").await;
    while deliveries(&site, "pending").await == 1 {
        assert!(page.messages().is_empty(), "{:?}", page.messages());
        assert!(page.body.contains("content=\"9; url=/sessions/password?challenge="), "without scripts it looks again");
        page = browser.visit("/sessions/password").await;
    }
    let page = browser.visit("/sessions/password").await;
    assert_eq!((page.heading().as_str(), deliveries(&site, "unknown").await), ("Check your email", 1));
    assert!(page.messages()[0].starts_with(UNKNOWN), "{:?}", page.messages());
    assert_eq!(browser.resend().await.location(), "/sessions/password?error=too_soon", "it may have arrived");

    site.browser().ask(EVE).await;
    assert_eq!(deliveries(&site, "sent").await, 1, "on a connection of its own");
    assert_eq!((server.count("DATA"), server.lines(0).iter().filter(|line| line.starts_with("MAIL")).count()), (2, 1));
    assert!(browser.type_code(&code(&server.email_to(ADA).await)).await.logs_in());
}

#[tokio::test]
async fn a_refused_recipient_is_followed_by_no_content_and_the_next_email_by_answers_of_its_own() {
    let picky = |heard: &Heard| match heard.line.starts_with("RCPT TO:<ada@") {
        true => Says::This("550 nobody of that name"),
        false => Says::Usual,
    };
    let server = ScriptedServer::start(picky).await;
    let site = site(&server).await;
    let browser = site.browser();
    for _ in 0..2 {
        let page = browser.ask(ADA).await;
        assert_eq!(page.heading(), NOT_SENT);
        assert!(page.messages()[0].contains("Check the address"), "{:?}", page.messages());
    }
    assert_eq!((server.count("DATA"), deliveries(&site, "refused").await), (0, 2));
    let page = site.browser().ask(EVE).await;
    assert_eq!((page.heading().as_str(), deliveries(&site, "sent").await), ("Check your email", 1));
    assert_eq!(server.count("DATA"), 1);
}

#[tokio::test]
async fn what_a_mail_server_says_is_cut_and_escaped_in_the_log() {
    const FORGED: &str = "2026-11-22T14:05:00.000000Z  INFO leptos_magic_auth::security: event=\"authn_login_success\"";
    let talkative = |heard: &Heard| match heard.line.starts_with("RCPT") {
        true => {
            Says::This(Box::leak(format!("{0}550 {FORGED}", format!("550-{FORGED}\r\n").repeat(40)).into_boxed_str()))
        }
        false => Says::Usual,
    };
    let (log, _guard) = Log::start(false);
    let server = ScriptedServer::start(talkative).await;
    assert_eq!(site(&server).await.browser().ask(ADA).await.heading(), NOT_SENT);
    let text = log.text();
    let line = text.lines().find(|line| line.contains("an email was refused")).expect("a line");
    assert!(line.contains("reason=\"") && line.len() < 700, "{line}");
    assert!(!text.contains("event=\"authn_login_success\""), "{text}");
}

#[tokio::test]
async fn a_temporary_refusal_is_one_too_and_may_be_tried_again_at_once() {
    let grey = |heard: &Heard| match (heard.email, heard.line.starts_with("RCPT")) {
        (1, true) => Says::This("450 come again"),
        _ => Says::Usual,
    };
    let server = ScriptedServer::start(grey).await;
    let site = site(&server).await;
    let browser = site.browser();
    assert_eq!(browser.ask(ADA).await.heading(), NOT_SENT);
    assert_eq!(browser.resend().await.location(), "/sessions/password?notice=email_again");
    assert_eq!(browser.visit("/sessions/password").await.heading(), "Check your email");
}

/// Sends two emails, the second of which finds a kept connection of no use, and looks that it arrives all the same.
async fn arrives_over_a_new_connection(script: fn(&Heard) -> Says) {
    let server = ScriptedServer::start(script).await;
    let site = site(&server).await;
    site.browser().ask(ADA).await;
    site.browser().ask(EVE).await;
    assert_eq!((deliveries(&site, "sent").await, server.count("."), server.count("EHLO")), (2, 2, 2));
    assert!(server.lines(1).iter().any(|line| line == "RCPT TO:<eve@example.com>"));
}

#[tokio::test]
async fn a_kept_connection_that_is_of_no_use_is_replaced_at_once() {
    macro_rules! at {
        ($command:literal, $says:expr) => {
            arrives_over_a_new_connection(|heard| {
                let at = heard.connection == 0 && heard.email == 2 && heard.line.starts_with($command);
                if at { $says } else { Says::Usual }
            })
            .await
        };
    }
    at!("MAIL", Says::This("421 too long idle"));
    at!("MAIL", Says::HangUp);
    at!("MAIL", Says::Silence);
    at!("RCPT", Says::This("421 closing"));
    at!("RCPT", Says::HangUp);
    at!("DATA", Says::HangUp);
}

#[tokio::test]
async fn once_the_content_has_left_no_other_connection_gets_it() {
    let lost = |heard: &Heard| if heard.email == 2 && heard.line == "." { Says::HangUp } else { Says::Usual };
    let server = ScriptedServer::start(lost).await;
    let site = site(&server).await;
    site.browser().ask(ADA).await;
    let page = site.browser().ask(EVE).await;
    assert!(page.messages()[0].starts_with(UNKNOWN), "{:?}", page.messages());
    assert_eq!((server.count("."), server.count("EHLO"), deliveries(&site, "unknown").await), (2, 1, 1));
}

#[tokio::test]
async fn a_server_that_hangs_up_at_once_has_nothing_and_nobody_is_told_to_check_the_address() {
    let server = ScriptedServer::start(|_| Says::HangUp).await;
    let site = site(&server).await;
    let page = site.browser().ask(ADA).await;
    assert_eq!((page.heading().as_str(), deliveries(&site, "failed").await), (NOT_SENT, 1));
    assert!(!page.messages()[0].contains("Check the address"), "{:?}", page.messages());
}

#[tokio::test]
async fn one_clients_emails_that_hang_keep_nobody_else_waiting() {
    let slow = |heard: &Heard| match heard.line.starts_with("RCPT TO:<slow") {
        true => Says::Silence,
        false => Says::Usual,
    };
    let server = ScriptedServer::start(slow).await;
    let setup = with(&server, "Notes <no-reply@notes.example>").set("--smtp-timeout", "60s");
    let site = setup.set("--client-ip-source", "RightmostXForwardedFor").start().await;
    let asks = async |to: &str, client: &str| {
        let browser = site.browser();
        let request = browser.bare(Method::POST, "/api/magic_auth/request_log_in");
        let request = request.header("sec-fetch-site", "same-origin").header("x-forwarded-for", client);
        assert_eq!(request.form(&[("email", to)]).send().await.location(), "/sessions/password");
    };
    for number in 0..12 {
        asks(&format!("slow{number}@example.com"), "203.0.113.1").await;
    }
    asks(ADA, "203.0.113.2").await;
    server.email_to(ADA).await;
}

#[tokio::test]
async fn the_greeting_is_the_senders_domain_or_what_is_set() {
    for (from, set, said) in [
        ("Notes <no-reply@notes.example>", None, "EHLO notes.example"),
        ("Notes <no-reply@bücher.example>", None, "EHLO xn--bcher-kva.example"),
        ("Notes <no-reply@notes.example>", Some("app1.notes.example"), "EHLO app1.notes.example"),
        ("Notes <no-reply@notes.example>", Some("[192.0.2.7]"), "EHLO [192.0.2.7]"),
    ] {
        let server = ScriptedServer::start(|_| Says::Usual).await;
        let setup = with(&server, from);
        let setup = if let Some(name) = set { setup.set("--smtp-ehlo", name) } else { setup };
        setup.start().await.browser().ask(ADA).await;
        assert_eq!(server.lines(0)[1], said);
    }
}

#[tokio::test]
async fn an_international_senders_domain_is_in_punycode_wherever_it_stands() {
    let server = ScriptedServer::start(|_| Says::Usual).await;
    with(&server, "Notes <no-reply@bücher.example>").start().await.browser().ask(ADA).await;
    assert_eq!(server.lines(0)[2], "MAIL FROM:<no-reply@xn--bcher-kva.example>");
    let email = server.email_to(ADA).await;
    let header = |name: &str| email.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert_eq!(header("From: "), "From: Notes <no-reply@xn--bcher-kva.example>");
    assert!(header("Message-ID: ").ends_with("@xn--bcher-kva.example>"), "{email}");
}

#[tokio::test]
async fn on_the_wire_code_and_link_stay_in_one_piece_and_machines_are_told_not_to_answer() {
    let server = ScriptedServer::start(|_| Says::Usual).await;
    let site = site(&server).await;
    let long = format!("{}@{}.example", "a".repeat(64), "b".repeat(60));
    let browser = site.browser();
    browser.ask(&long).await;
    let email = server.email_to(&long).await;
    let link = format!("{}/sessions/verify?token=", site.url);
    assert!(email.lines().any(|line| line.starts_with(&link) && line.len() == link.len() + 43), "{email}");
    assert!(email.lines().all(|line| line.len() <= 998));
    assert_eq!(email.matches("Content-Transfer-Encoding: 7bit").count(), 2, "{email}");
    for header in ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All"] {
        assert!(email.lines().any(|line| line == header), "{header} in {email}");
    }
    assert!(email.lines().any(|line| line.starts_with("X-Entity-Ref-ID: ") && line.len() > 30), "{email}");
    assert!(browser.type_code(&code(&email)).await.logs_in());
}

#[tokio::test]
async fn an_address_of_this_machine_is_one_only_without_a_mail_server() {
    let server = ScriptedServer::start(|_| Says::Usual).await;
    let site = site(&server).await;
    for email in ["ada@localhost", "ADA@LocalHost", "ada@mail.localhost", "ada@localhost.localdomain"] {
        let answer = site.browser().post("/api/magic_auth/request_log_in", &[("email", email)]).await;
        assert!(answer.location().contains("error=address_domain"), "{}", answer.location());
    }
    assert_eq!(server.count("EHLO"), 0);
    let machine = Site::start().await;
    machine.browser().log_in(&machine, "ada@localhost").await;
}
