//! What a page or a program gets that calls a server function: typed answers and rejections, and nothing that Leptos would
//! say in our place.

use crate::support::{ADA, Answer, Browser, EVE, NO_FIELDS, SESSION, Setup, Site, minutes, seconds};
use axum::Router;
use leptos::config::LeptosOptions;
use leptos_axum::LeptosRoutes;
use leptos_magic_auth::{
    MagicAuth, Paths,
    internals::types::{self, AuthError, EmailAsked, EmailChange, FUNCTIONS, LogIn, Notice, Rejection},
};
use serde::de::DeserializeOwned;

const NEW: &str = "new@example.com";

async fn call(browser: &Browser, name: &str, fields: &[(&str, &str)]) -> Answer {
    browser.post_for_json(&Paths::api(name), fields).await
}

/// What a function answers that did what it says: in type and, of the page that shows it, the path.
async fn done<Done: DeserializeOwned>(browser: &Browser, name: &str, fields: &[(&str, &str)]) -> (Done, String) {
    let answer = call(browser, name, fields).await;
    assert_eq!((answer.status, answer.header("location")), (200, None), "{name}: {}", answer.body);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let types::Answer { done, next } = serde_json::from_str(&answer.body).unwrap();
    (done, next)
}

async fn rejected(browser: &Browser, name: &str, fields: &[(&str, &str)]) -> (u16, Rejection) {
    let answer = call(browser, name, fields).await;
    assert!(answer.header("location").is_none(), "{name}");
    (answer.status, serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{name}: {}", answer.body)))
}

#[tokio::test]
async fn each_function_answers_what_has_happened_and_where_the_page_is_that_shows_it() {
    let site = Site::start().await;
    let browser = site.browser();
    let (EmailAsked { challenge }, next) = done(&browser, "request_log_in", &[("email", ADA)]).await;
    assert_eq!(next, "/sessions/password");
    site.clock.advance(seconds(30));
    let again = [("challenge", challenge.as_str())];
    let resent = (Notice::EmailAgain, "/sessions/password?notice=email_again".to_owned());
    assert_eq!(done(&browser, "resend_email", &again).await, resent);
    let code = site.message(ADA).code;
    let typed = [("challenge", challenge.as_str()), ("code", &code)];
    assert_eq!(done(&browser, "log_in_with_code", &typed).await, (LogIn::LoggedIn, "/account".to_owned()));
    assert!(browser.is_logged_in().await);

    let others = (Notice::OthersEnded, "/account?notice=others_ended".to_owned());
    assert_eq!(done(&browser, "end_other_sessions", NO_FIELDS).await, others);
    let changing = (EmailChange::Begun, "/sessions/password".to_owned());
    assert_eq!(done(&browser, "change_email", &[("email", NEW)]).await, changing);
    let code = site.message(NEW).code;
    let moved = (LogIn::EmailChanged, "/account?notice=new_address".to_owned());
    assert_eq!(done(&browser, "log_in_with_code", &[("code", &code)]).await, moved);
    let own = browser.visit("/account").await.value("id");
    let sent = (Notice::UndoEmailSent, "/account?notice=undo_email_sent".to_owned());
    assert_eq!(done(&browser, "send_undo_email", &[("id", &own)]).await, sent);
    let cancelled = (Notice::ChangeCancelled, "/account?notice=change_cancelled".to_owned());
    assert_eq!(done(&browser, "cancel_email_change", NO_FIELDS).await, cancelled);
    let out = (Notice::LoggedOutEverywhere, "/sessions/log_in?notice=logged_out_everywhere".to_owned());
    assert_eq!(done(&browser, "log_out_all", NO_FIELDS).await, out);
    let out = (Notice::LoggedOut, "/sessions/log_in?notice=logged_out".to_owned());
    assert_eq!(done(&browser, "log_out", NO_FIELDS).await, out);
}

#[tokio::test]
async fn each_function_says_in_its_type_why_it_did_nothing() {
    let site = Site::start().await;
    let browser = site.browser();
    let unknown = "0193e0a0-0000-7000-8000-000000000000";
    for (name, fields, status, kind) in [
        ("request_log_in", &[("email", "ada")][..], 422, AuthError::AddressIncomplete),
        ("resend_email", NO_FIELDS, 422, AuthError::NoChallenge),
        ("log_in_with_code", &[("code", "123456")], 422, AuthError::NoChallenge),
        ("log_in_with_link", NO_FIELDS, 422, AuthError::BadLink),
        ("end_session", &[("id", unknown)], 401, AuthError::LoggedOutMeanwhile),
        ("end_other_sessions", NO_FIELDS, 401, AuthError::LoggedOutMeanwhile),
        ("change_email", &[("email", NEW)], 401, AuthError::LoggedOutMeanwhile),
        ("cancel_email_change", NO_FIELDS, 401, AuthError::LoggedOutMeanwhile),
        ("send_undo_email", &[("id", unknown)], 401, AuthError::LoggedOutMeanwhile),
        ("undo_email_change", &[("sure", "true")], 422, AuthError::BadUndoLink),
        ("log_in_with_code", &[("code", "1"), ("code", "2")], 400, AuthError::BadRequest),
    ] {
        assert_eq!(rejected(&browser, name, fields).await, (status, kind.into()), "{name}");
    }
    browser.log_in(&site, ADA).await;
    let theirs = rejected(&browser, "end_session", &[("id", unknown)]).await;
    assert_eq!(theirs, (404, AuthError::NoSuchSession.into()));
}

#[tokio::test]
async fn how_long_to_wait_stands_in_the_rejection_of_a_limit() {
    let site = Setup::new().with_limits().start().await;
    site.browser().ask(ADA).await;
    let answer = call(&site.browser(), "request_log_in", &[("email", ADA)]).await;
    let rejection: Rejection = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(rejection, Rejection { kind: AuthError::EmailsLimited, retry_after: Some(30) });
    assert_eq!((answer.status, answer.header("retry-after")), (429, Some("30")));
}

#[tokio::test]
async fn a_change_that_does_not_go_on_is_told_beside_the_log_in_that_has_happened() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.clock.advance(minutes(16));
    let asked = (EmailChange::ProveFirst, "/sessions/password".to_owned());
    assert_eq!(done(&browser, "change_email", &[("email", EVE)]).await, asked);
    site.browser().ask(EVE).await;
    let before = browser.cookie(SESSION);
    let code = site.message(ADA).code;
    let (told, next): (LogIn, String) = done(&browser, "log_in_with_code", &[("code", &code)]).await;
    assert_eq!(told, LogIn::EmailChangeRejected(AuthError::ChangeLimited));
    assert_eq!(next, "/account?error=change_limited");
    assert!(browser.is_logged_in().await && browser.cookie(SESSION) != before, "in a session of its own");
}

/// A form of a browser that says which page it came from, and what Leptos would make of that.
fn left_to_us(answer: &Answer) -> bool {
    let location = answer.header("location").unwrap_or_default();
    let leads_on = answer.status == 303;
    answer.status != 302 && !location.contains("__err") && leads_on != location.is_empty()
}

#[tokio::test]
async fn leptos_answers_no_form_in_our_place() {
    let site = Setup::new().with_limits().start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    for (name, fields, status) in [
        ("request_log_in", &[("email", EVE)][..], 303),
        ("request_log_in", &[("email", EVE)], 303),
        ("request_log_in", &[("email", "ada")], 303),
        ("request_log_in", &[("remember", "perhaps")], 400),
        ("end_session", &[("id", "x")], 404),
        ("log_in_with_link", NO_FIELDS, 303),
        ("log_out", NO_FIELDS, 303),
    ] {
        let answer = browser.post(&Paths::api(name), fields).await;
        assert!(answer.status == status && left_to_us(&answer), "{name}: {answer:?}");
    }
    let answer = site.browser().post(&Paths::api("request_log_in"), &[("email", EVE)]).await;
    assert!(answer.status == 429 && left_to_us(&answer), "{answer:?}");
    let answer = browser.request(reqwest::Method::POST, &Paths::api("log_out")).body("text/plain", "x").send().await;
    assert!(answer.status == 415 && left_to_us(&answer), "{answer:?}");
}

/// A Leptos application, which mounts every server function that there is.
fn leptos_host(auth: &MagicAuth) -> Router {
    let options = LeptosOptions::builder().output_name("host").build();
    Router::new().leptos_routes(&options, Vec::new(), || ()).merge(auth.pages()).layer(auth.layer()).with_state(options)
}

fn without_layer(auth: &MagicAuth) -> Router {
    let options = LeptosOptions::builder().output_name("host").build();
    Router::new().leptos_routes(&options, Vec::new(), || ()).merge(auth.pages()).with_state(options)
}

#[tokio::test]
async fn a_leptos_application_mounts_them_and_its_forms_and_calls_are_answered_by_us() {
    let site = Setup::new().with_limits().around(leptos_host).start().await;
    let browser = site.browser();
    let page = browser.ask(ADA).await;
    assert_eq!(page.heading(), "Check your email");
    let wrong = browser.type_code(&site.message(ADA).wrong_code()).await;
    assert_eq!(wrong.location(), "/sessions/password?error=wrong_code");
    let limited = site.browser().post(&Paths::api("request_log_in"), &[("email", ADA)]).await;
    assert_eq!((limited.status, limited.heading().as_str()), (429, "A little later"));
    assert!(left_to_us(&limited));
    let code = site.message(ADA).code;
    let (told, next): (LogIn, String) = done(&browser, "log_in_with_code", &[("code", &code)]).await;
    assert_eq!((told, next.as_str()), (LogIn::LoggedIn, "/account"));
}

#[tokio::test]
async fn mounted_without_our_layer_they_do_nothing_and_say_what_to_write() {
    let site = Setup::new().around(without_layer).start().await;
    for name in FUNCTIONS {
        for answer in [
            site.browser().post(&Paths::api(name), &[("email", ADA)]).await,
            call(&site.browser(), name, &[("email", ADA)]).await,
        ] {
            assert_eq!(answer.status, 500, "{name}");
            assert!(answer.body.contains("`auth.layer()`"), "{name}: {}", answer.body);
        }
    }
    assert_eq!(site.email_count(), 0);
}
