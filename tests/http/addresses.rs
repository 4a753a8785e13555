//! Which email addresses are taken, and what a bad one is told.

use crate::support::{ADA, Site, seconds};

#[tokio::test]
async fn a_bad_address_comes_back_to_its_field_and_nothing_is_sent() {
    let site = Site::start().await;
    let long_local = format!("{}@example.com", "a".repeat(65));
    let long_domain = format!("a@{}com", "abc.".repeat(63));
    let bad = [
        ("", "address_missing"),
        (" \t ", "address_missing"),
        ("ada", "address_incomplete"),
        ("@example.com", "address_incomplete"),
        ("ada@", "address_incomplete"),
        ("ada@b@example.com", "address_incomplete"),
        (&long_local, "address_too_long"),
        (&long_domain, "address_too_long"),
        ("ada@example.com,eve@example.com", "address_character"),
        ("ada@example.com;eve@example.com", "address_character"),
        ("ada@example.com eve@example.com", "address_character"),
        ("\"ada\"@example.com", "address_character"),
        ("'ada'@example.com", "address_character"),
        ("Ada <ada@example.com>", "address_character"),
        ("ada(comment)@example.com", "address_character"),
        ("ada@example.com\r\nBcc: eve@example.com", "address_character"),
        ("ada@example.com\nSubject: hello", "address_character"),
        ("ada\0@example.com", "address_character"),
        ("ada\u{7f}@example.com", "address_character"),
        ("ａda@example.com", "address_character"),
        ("ada＠example.com", "address_character"),
        ("ada@exａmple.com", "address_character"),
        ("ada@exam\u{202E}ple.com", "address_character"),
        ("ada@exam\u{2066}ple.com", "address_character"),
        ("ada@exam\u{200B}ple.com", "address_character"),
        ("ada@example。com", "address_character"),
        ("ädä@example.com", "address_character"),
        (".ada@example.com", "address_character"),
        ("a..da@example.com", "address_character"),
        ("<script>alert(1)</script>@example.com", "address_character"),
        ("ada@example", "address_domain"),
        ("ada@example..com", "address_domain"),
        ("ada@-example.com", "address_domain"),
        ("ada@exam_ple.com", "address_domain"),
        ("ada@127.0.0.1", "address_domain"),
        ("ada@xn--a.example", "address_domain"),
    ];
    let browser = site.browser();
    for (typed, word) in bad {
        let page = browser.visit("/sessions/log_in").await;
        let answer = browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", typed)]).await;
        assert_eq!(answer.location(), format!("/sessions/log_in?error={word}"), "{typed:?}");
        let page = browser.follow(answer).await;
        assert!(page.field_error("email").is_some_and(|error| error.ends_with('.')), "{typed:?}: {}", page.body);
        assert_eq!(page.value("email"), typed, "what was typed is not lost");
        assert!(!page.body.contains("<script>alert"));
    }
    assert_eq!(site.email_count(), 0);
    for table in [
        "SELECT COUNT(*) FROM magic_auth_challenges",
        "SELECT COUNT(*) FROM magic_auth_magic_links",
        "SELECT COUNT(*) FROM magic_auth_events",
    ] {
        assert_eq!(site.database.number(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn what_is_far_too_long_is_refused_and_not_brought_back() {
    let site = Site::start().await;
    let browser = site.browser();
    for length in [600, 60_000] {
        let answer = browser.post("/api/magic_auth/request_log_in", &[("email", &"a".repeat(length))]).await;
        assert_eq!(answer.location(), "/sessions/log_in?error=address_too_long");
        assert_eq!(browser.follow(answer).await.value("email"), "");
    }
}

#[tokio::test]
async fn a_good_address_has_one_form_however_it_is_typed() {
    let site = Site::start().await;
    for (typed, to) in [
        ("ada@example.com", ADA),
        ("  Ada@Example.COM \r\n", ADA),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ADA@BÜCHER.example", "ada@xn--bcher-kva.example"),
        ("a.d.a+tag@example.co.uk", "a.d.a+tag@example.co.uk"),
        ("\u{FEFF}ada@example.com\u{200B}", ADA),
        (" \u{200E}\u{202A}Ada@example.com\u{202C} \u{AD}\r\n", ADA),
        ("ada@localhost", "ada@localhost"),
    ] {
        let browser = site.browser();
        let page = browser.visit("/sessions/log_in").await;
        let answer = browser.submit(&page, "/api/magic_auth/request_log_in", &[("email", typed)]).await;
        assert_eq!(answer.location(), "/sessions/password", "{typed:?}");
        assert!(browser.type_code(&site.message(to).code).await.logs_in());
        assert!(browser.visit("/account").await.says(&format!("You log in with {to}.")));
        site.clock.advance(seconds(60));
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 4, "one user for each form");
}

#[tokio::test]
async fn tags_and_dots_make_another_user() {
    let site = Site::start().await;
    for email in ["ada.l@example.com", "adal@example.com", "adal+1@example.com"] {
        site.browser().log_in(&site, email).await;
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 3);
}

#[tokio::test]
async fn the_longest_good_address_gets_its_email() {
    let site = Site::start().await;
    let local = "a".repeat(64);
    let email = format!("{local}@{0}.{0}.{1}", "d".repeat(63), "d".repeat(61));
    assert_eq!(email.len(), 254);
    site.browser().log_in(&site, &email).await;
    let answer = site.browser().post("/api/magic_auth/request_log_in", &[("email", &format!("{email}d"))]).await;
    assert_eq!(answer.location(), "/sessions/log_in?error=address_too_long");
}

#[tokio::test]
async fn the_way_back_stays_when_the_address_was_bad() {
    let site = Site::start().await;
    let answer =
        site.browser().post("/api/magic_auth/request_log_in", &[("email", "ada"), ("return_to", "/notes?a=b")]).await;
    assert_eq!(answer.location(), "/sessions/log_in?error=address_incomplete&return_to=/notes%3Fa%3Db");
}

#[tokio::test]
async fn a_long_one_is_broken_on_pages_after_the_at_or_at_a_dot_and_nowhere_else() {
    let site = Site::start().await;
    let (long, short) = ("ada.lovelace@an-example.co.uk", "ada@an-example.org");
    let browser = site.browser();
    let page = browser.ask(long).await;
    let broken = "ada<wbr>.lovelace@<wbr>a<span class=\"whole\">n-e</span>xample<wbr>.co<wbr>.uk</strong>";
    assert!(page.body.replace("<!>", "").contains(broken), "{}", page.body);
    assert!(page.body.contains("class=\"address piece\""), "of one line, so it goes to the next one whole");
    assert!(page.says(&format!("a link to {long}. They work")), "{}", page.text());
    let page = site.browser().ask("ada.lovelace.of.the.analytical.engine@example.com").await;
    assert!(page.body.contains("class=\"address\""), "what follows on several lines stays in their flow");
    let page = site.browser().ask(short).await;
    assert!(page.body.contains(&format!("<strong translate=\"no\" class=\"address whole\">{short}</strong>")));
    assert!(page.says(&format!("a link to {short}. They work for 10 minutes, until 14:15 UTC.")), "{}", page.text());
}
