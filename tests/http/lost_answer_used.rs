//! When a log-in can't be repeated: then its challenge is used, as if there were no bad lines.

use super::lost_answer::{NEW, TRIES, WAYS, Way, asked, lost};
use crate::support::{ADA, Answer, CHALLENGE, EVE, NO_FIELDS, SESSION, Setup, Site, at_once, minutes, seconds};
use leptos_magic_auth::internals::{
    auth::{BrowserSecret, Client, Error, OwnChallenge, SessionToken},
    types::AuthError,
};

#[tokio::test]
async fn once_the_token_has_come_back_in_whatever_way_the_challenge_is_used() {
    for by in ["/", "/account", "/sessions/waiting", "/sessions/live/look", "/sessions/log_in", "a form", "a socket"] {
        for way in WAYS {
            let site = Site::start().await;
            let (browser, message) = asked(&site).await;
            let holder = lost(Way::Code, &browser, &message).await;
            match by {
                "/sessions/live/look" => {
                    let other = holder.twin();
                    let session = other.load(&site).await.session;
                    // As if no page had been loaded.
                    site.database
                        .run("UPDATE magic_auth_sessions SET renewable_by = (SELECT id FROM magic_auth_challenges)")
                        .await;
                    let word = holder.get(&format!("/sessions/live/look?session={session}")).await;
                    assert_eq!(word.body, "good");
                }
                "a socket" => {
                    let page = holder.twin().load(&site).await;
                    site.database
                        .run("UPDATE magic_auth_sessions SET renewable_by = (SELECT id FROM magic_auth_challenges)")
                        .await;
                    page.connect(&holder).await.alive().await;
                }
                "a form" => {
                    holder.post("/api/magic_auth/end_session", &[("id", "x")]).await;
                }
                path => {
                    holder.get(path).await;
                }
            }
            let before = site.database.number(TRIES).await;
            assert_eq!(way.go(&browser, &message).await.location(), way.used(), "{by}, {way:?}");
            assert_eq!(site.database.number(TRIES).await, before, "and no try is counted");
            assert!(holder.is_logged_in().await, "{by}, {way:?}: the one who has it keeps it");
            assert_eq!(browser.visit("/sessions/password").await.heading(), "Ask for a new code");
            assert_eq!(browser.visit(&message.path).await.heading(), "This link has been used");
        }
    }
}

#[tokio::test]
async fn a_session_that_has_ended_comes_back_in_no_way() {
    for end in ["log_out", "log_out_all", "from the list", "its time"] {
        let site = Setup::new().set("--session-idle", "30s").start().await;
        let other = site.browser();
        other.log_in(&site, ADA).await;
        other.get("/account").await;
        site.clock.advance(seconds(1));
        let (browser, message) = asked(&site).await;
        let holder = lost(Way::Code, &browser, &message).await;
        match end {
            "log_out" => drop(holder.post("/api/magic_auth/log_out", NO_FIELDS).await),
            "log_out_all" => drop(other.post("/api/magic_auth/log_out_all", NO_FIELDS).await),
            "from the list" => drop(other.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await),
            _ => site.clock.advance(seconds(30)),
        }
        for way in WAYS {
            let answer = way.go(&browser, &message).await;
            assert_eq!(answer.location(), way.used(), "{end}, {way:?}");
            assert!(!browser.is_logged_in().await);
        }
    }
}

#[tokio::test]
async fn no_other_browser_repeats_a_log_in() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    lost(Way::Code, &browser, &message).await;
    let (thief, stranger) = (site.browser(), site.browser());
    stranger.ask(EVE).await;
    for other in [&thief, &stranger] {
        assert_eq!(other.visit(&message.path).await.heading(), "This link has been used");
        assert_eq!(other.click_link_with(&message.code).await.location(), "/sessions/verify?error=used");
        assert_eq!(other.click_link().await.location(), "/sessions/verify?error=used");
        assert!(!other.type_code(&message.code).await.logs_in());
    }
    // Nor with another secret in the place of its own.
    let forged = browser.twin();
    forged.set_cookie(CHALLENGE, &stranger.cookie(CHALLENGE).unwrap());
    assert_eq!(forged.click_link().await.location(), "/sessions/verify?error=used");
    assert!(Way::Link.go(&browser, &message).await.logs_in(), "and the one that asked still does");
}

#[tokio::test]
async fn a_link_with_its_code_elsewhere_is_used_once_for_everybody() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let elsewhere = site.browser();
    elsewhere.get(&message.path).await;
    assert!(elsewhere.twin().click_link_with(&message.code).await.logs_in());
    assert_eq!(elsewhere.click_link_with(&message.code).await.location(), "/sessions/verify?error=used");
    for way in WAYS {
        assert_eq!(way.go(&browser, &message).await.location(), way.used());
    }
    assert_eq!(browser.get("/sessions/waiting").await.body, "used");
}

#[tokio::test]
async fn a_repetition_is_a_try_and_there_are_five() {
    for way in WAYS {
        let site = Site::start().await;
        let (browser, message) = asked(&site).await;
        lost(Way::Code, &browser, &message).await;
        for tries in 2..=5 {
            assert!(way.go(&browser.twin(), &message).await.logs_in(), "{tries}");
            assert_eq!(site.database.number(TRIES).await, tries);
        }
        assert_eq!(way.go(&browser, &message).await.location(), way.used());
        assert_eq!(browser.visit("/sessions/password").await.heading(), "Ask for a new code");
        assert_eq!(browser.visit(&message.path).await.heading(), "This link has been used");
        assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL").await, 1);
    }
}

#[tokio::test]
async fn when_the_emails_time_is_over_nothing_is_repeated() {
    for way in WAYS {
        let site = Site::start().await;
        let (browser, message) = asked(&site).await;
        site.clock.advance(minutes(10) - seconds(1));
        lost(way, &browser, &message).await;
        site.clock.advance(seconds(1));
        assert_eq!(way.go(&browser, &message).await.location(), way.used());
    }
}

#[tokio::test]
async fn what_begins_no_session_or_ends_it_at_once_is_used_the_first_time() {
    for way in WAYS {
        let site = Site::start().await;
        let browser = site.browser();
        browser.log_in(&site, ADA).await;
        site.clock.advance(minutes(16));
        browser.change_email(NEW).await;
        let message = site.message(ADA);
        browser.get(&message.path).await;
        assert_eq!(way.go(&browser.twin(), &message).await.location(), "/sessions/password", "the change goes on");
        assert_eq!(way.go(&browser, &message).await.location(), way.used(), "{way:?}");
        assert_eq!(site.messages(NEW).len(), 1);
    }
    for way in WAYS {
        let site = Site::start().await;
        let thief = site.browser();
        thief.log_in(&site, ADA).await;
        thief.change_email(NEW).await;
        assert!(thief.type_code(&site.message(NEW).code).await.logs_in());
        let owner = site.browser();
        owner.ask(ADA).await;
        let message = site.messages(ADA).into_iter().find(|message| !message.code.is_empty()).unwrap();
        owner.get(&message.path).await;
        assert_eq!(way.go(&owner.twin(), &message).await.location(), "/account/email/undo");
        assert_eq!(way.go(&owner, &message).await.location(), way.used(), "{way:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_page_with_the_first_token_and_a_repetition_at_once_never_both_win() {
    let site = Site::start().await;
    let (mut pages, mut repetitions) = (0, 0);
    for number in 0..20 {
        let browser = site.browser();
        browser.ask(ADA).await;
        let message = site.message(ADA);
        let holder = lost(Way::Code, &browser, &message).await;
        let first = holder.twin();
        let click = |repeats: bool| {
            let (browser, code) = (if repeats { browser.twin() } else { holder.twin() }, message.code.clone());
            async move { if repeats { browser.type_code(&code).await } else { browser.get("/account").await } }
        };
        let answers = at_once(vec![click(number % 2 == 0), click(number % 2 == 1)]).await;
        let page = answers.iter().any(|answer| answer.status == 200);
        let repeated = answers.iter().any(Answer::logs_in);
        assert!(page != repeated, "{answers:?}");
        assert_eq!(first.is_logged_in().await, page);
        (pages, repetitions) = (pages + u32::from(page), repetitions + u32::from(repeated));
    }
    assert_eq!(pages + repetitions, 20);
}

#[tokio::test]
async fn a_repetition_that_brings_the_first_token_along_has_had_its_answer() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let holder = lost(Way::Code, &browser, &message).await;
    let secret = BrowserSecret::parse(&browser.cookie(CHALLENGE).unwrap()).unwrap();
    let token = SessionToken::parse(&holder.cookie(SESSION).unwrap()).unwrap();
    let client = Client::new("203.0.113.7", "");
    // As an application calls it that has not asked who the token stands for.
    let own = OwnChallenge { browser: Some(&secret), id: "" };
    let repeated = site.auth.log_in_with_code(own, &message.code, Some(&token), &client).await;
    assert!(matches!(repeated, Err(Error::Rejected(AuthError::Used))));
    assert!(holder.is_logged_in().await, "the one who has it keeps it");
}
