//! Inside of another application, and below other addresses.

use crate::support::{ADA, Browser, EVE, MAILBOX_KEY, NO_FIELDS, Setup};
use axum::{
    Router,
    routing::{get, post},
};
use leptos_magic_auth::{MagicAuth, Paths, Session};
use reqwest::Method;

async fn notes(session: Session) -> String {
    format!("Notes of {}", session.email)
}

/// An application with pages of its own, one of them nested.
fn with_notes(auth: &MagicAuth) -> Router {
    let notes = Router::new()
        .route("/all", get(notes))
        .route("/delete", post(|| async { "deleted" }))
        .route_layer(auth.require_session());
    Router::new().nest("/notes", notes).merge(auth.router()).layer(auth.layer())
}

#[tokio::test]
async fn a_page_of_the_application_meets_the_wall_and_is_there_after_the_log_in() {
    let site = Setup::new().around(with_notes).start().await;
    let browser = site.browser();
    let wall = browser.visit("/notes/all?sort=up").await;
    assert_eq!(wall.value("return_to"), "/notes/all?sort=up");
    browser.submit(&wall, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert_eq!(browser.type_code(&site.message(ADA).code).await.location(), "/notes/all?sort=up");
    assert_eq!(browser.visit("/notes/all").await.body, format!("Notes of {ADA}"));
    assert_eq!(browser.visit("/").await.status, 404, "home is the application's own business");
}

#[tokio::test]
async fn only_what_can_be_asked_for_again_is_kept_and_programs_get_a_status() {
    let site = Setup::new().around(with_notes).start().await;
    let browser = site.browser();
    assert_eq!(browser.post("/notes/delete", NO_FIELDS).await.location(), "/sessions/log_in?notice=log_in");
    let program = browser.bare(Method::GET, "/notes/all").header("accept", "application/json").send().await;
    assert_eq!(program.status, 401);
}

#[tokio::test]
async fn every_address_can_be_another() {
    let site = Setup::new().paths(Paths::scoped("/members")).start().await;
    let browser = site.browser();
    let wall = browser.visit("/account").await;
    assert_eq!(wall.path, "/members/log_in?notice=log_in&return_to=/account");
    browser.submit(&wall, "/api/magic_auth/request_log_in", &[("email", EVE)]).await;
    let message = browser.get(&format!("/dev/mailbox.json?key={MAILBOX_KEY}")).await.body;
    assert!(message.contains("/members/verify?token="), "{message}");
    assert_eq!(browser.visit("/members/password").await.heading(), "Check your email");
    assert_eq!(browser.visit("/sessions/log_in").await.status, 404);
}

#[tokio::test]
async fn a_log_in_and_a_log_out_lead_where_the_application_says() {
    let site = Setup::new().paths(Paths::default().after_log_in("/notes").after_log_out("/bye")).start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let answer = browser.type_code(&newest_code(&browser).await).await;
    assert_eq!(answer.location(), "/notes");
    assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.location(), "/bye");
    assert!(!browser.is_logged_in().await);
}

/// The code of the newest email in the mailbox.
async fn newest_code(browser: &Browser) -> String {
    let emails = browser.get(&format!("/dev/mailbox.json?key={MAILBOX_KEY}")).await.body;
    let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    emails.split(|c: char| !c.is_ascii_alphanumeric()).find(is_code).unwrap().to_owned()
}
