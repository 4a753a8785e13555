//! An application of somebody else's: its own pages, functions and fallback, with the layer, the guards and the verbs.

use super::log::Log;
use crate::support::{ADA, EVE, NO_FIELDS, Setup, Site};
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use leptos_magic_auth::{DisconnectSelf, MagicAuth, Session};
use reqwest::Method;

async fn who(session: Option<Session>) -> String {
    session.map_or_else(|| "nobody".to_owned(), |session| session.email.to_string())
}

async fn own(session: Session) -> String {
    session.account.to_string()
}

async fn kept() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "private, max-age=60")], "kept")
}

async fn everywhere(State(auth): State<MagicAuth>, session: Session) -> String {
    auth.log_out_all(&session.account, Some(&session), DisconnectSelf::Yes).await.unwrap().to_string()
}

async fn everywhere_but_here(State(auth): State<MagicAuth>, session: Session) -> String {
    auth.log_out_all(&session.account, Some(&session), DisconnectSelf::No).await.unwrap().to_string()
}

async fn list(State(auth): State<MagicAuth>, session: Session) -> String {
    let sessions = auth.sessions(&session.account).await.unwrap();
    let own = sessions.iter().position(|listed| listed.id == session.id);
    format!("{} sessions, own at {own:?}", sessions.len())
}

/// A host with everything of its own. Some names are like ours.
fn host(auth: &MagicAuth) -> Router {
    Router::new()
        .route("/", get(who))
        .route("/healthz", get(|| async { "the host's" }))
        .route("/own", get(own).post(own))
        .route("/kept", get(kept))
        .route("/plain", get(|| async { "plain" }))
        .route("/everywhere", post(everywhere))
        .route("/everywhere_but_here", post(everywhere_but_here))
        .route("/list", get(list))
        .route("/hook", post(who))
        .route("/api/log_out", post(|| async { "the host's own" }))
        .route("/landing", get(|| async { "landing" }).route_layer(auth.redirect_if_logged_in()))
        .route("/guarded", get(|| async { "guarded" }).post(|| async { "guarded" }).route_layer(auth.require_session()))
        .route("/strict", post(|| async { "strict" }).route_layer(auth.same_origin_only()))
        .merge(auth.router())
        .fallback(|| async { (StatusCode::NOT_FOUND, "the host's fallback") })
        .layer(auth.layer())
        .with_state(auth.clone())
}

async fn start() -> Site {
    Setup::new().around(host).start().await
}

#[tokio::test]
async fn what_is_the_hosts_stays_the_hosts() {
    let site = start().await;
    let browser = site.browser();
    assert_eq!(browser.get("/healthz").await.body, "the host's");
    assert_eq!(browser.post("/api/log_out", NO_FIELDS).await.body, "the host's own");
    let missing = browser.get("/nowhere").await;
    assert_eq!((missing.status, missing.body.as_str()), (404, "the host's fallback"));
    let missing = browser.get("/api/nowhere").await;
    assert_eq!((missing.status, missing.body.as_str()), (404, "the host's fallback"));
    let plain = browser.get("/plain").await;
    for header in ["cache-control", "vary", "content-security-policy", "x-content-type-options", "referrer-policy"] {
        assert_eq!(plain.header(header), None, "{header}");
    }
}

#[tokio::test]
async fn handlers_know_who_visits_and_answers_are_kept_nowhere() {
    let site = start().await;
    let browser = site.browser();
    assert_eq!(browser.get("/").await.body, "nobody");
    browser.log_in(&site, ADA).await;
    let home = browser.get("/").await;
    assert_eq!((home.body.as_str(), home.header("cache-control")), (ADA, Some("no-store")));
    assert_eq!(browser.get("/kept").await.header("cache-control"), Some("private, max-age=60"));
    assert_eq!(browser.get("/list").await.body, "1 sessions, own at Some(0)");

    let stranger = site.browser();
    stranger.set_cookie("__Host-magic_auth", &"A".repeat(43));
    let home = stranger.get("/").await;
    assert_eq!((home.body.as_str(), home.header("vary")), ("nobody", Some("Cookie")));
}

#[tokio::test]
async fn a_guard_sends_browsers_to_the_log_in_page_and_back_and_programs_away() {
    let site = start().await;
    for path in ["/guarded", "/own"] {
        let browser = site.browser();
        let wall = browser.visit(&format!("{path}?sort=up")).await;
        assert_eq!(wall.value("return_to"), format!("{path}?sort=up"));
        browser.submit(&wall, &leptos_magic_auth::Paths::api("request_log_in"), &[("email", EVE)]).await;
        let back = browser.type_code(&site.message(EVE).code).await;
        assert_eq!(back.location(), format!("{path}?sort=up"));
        assert_eq!(browser.get(path).await.status, 200);
        site.clock.advance(std::time::Duration::from_secs(3600));
    }
    let program = site.browser();
    for path in ["/guarded", "/own"] {
        let answer = program.bare(Method::GET, path).header("accept", "application/json").send().await;
        assert_eq!(answer.status, 401, "{path}");
        let answer = program.bare(Method::GET, path).header("sec-fetch-mode", "cors").send().await;
        assert_eq!(answer.status, 401, "{path}");
    }
    let posted = site.browser().post("/guarded", NO_FIELDS).await;
    assert_eq!((posted.status, posted.location()), (303, "/sessions/log_in?notice=log_in"));
}

#[tokio::test]
async fn a_landing_page_is_for_who_is_not_logged_in() {
    let site = start().await;
    let browser = site.browser();
    assert_eq!(browser.get("/landing").await.body, "landing");
    browser.log_in(&site, ADA).await;
    let answer = browser.get("/landing").await;
    assert_eq!((answer.status, answer.location()), (303, "/account"));
}

#[tokio::test]
async fn another_site_reaches_the_hosts_routes_but_nobodys_session() {
    let site = start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let from = |origin: &'static str, path: &'static str| {
        let (method, form) = (Method::POST, [("a", "b")]);
        browser.bare(method, path).header("origin", origin).header("sec-fetch-site", "cross-site").form(&form).send()
    };
    assert_eq!(from("https://evil.example", "/hook").await.body, "nobody");
    assert_eq!(from("https://evil.example", "/everywhere").await.status, 401);
    assert_eq!(from("https://evil.example", "/strict").await.status, 403);
    assert!(browser.is_logged_in().await);
    assert_eq!(browser.post("/hook", NO_FIELDS).await.body, ADA);
    assert_eq!(browser.post("/strict", NO_FIELDS).await.body, "strict");
    let socket = browser.bare(Method::GET, "/").header("upgrade", "websocket").header("origin", "https://evil.example");
    assert_eq!(socket.send().await.body, "nobody");
}

#[tokio::test]
async fn the_host_logs_an_account_out_everywhere() {
    let site = start().await;
    let (one, other) = (site.browser(), site.browser());
    one.log_in(&site, ADA).await;
    site.clock.advance(std::time::Duration::from_secs(3600));
    other.log_in(&site, ADA).await;
    assert_eq!(one.post("/everywhere", NO_FIELDS).await.body, "2");
    assert!(!one.is_logged_in().await && !other.is_logged_in().await);
}

#[tokio::test]
async fn pages_of_the_session_in_whose_name_the_host_logs_out_are_left_ten_seconds() {
    let site = start().await;
    let (one, other) = (site.browser(), site.browser());
    one.log_in(&site, ADA).await;
    site.clock.advance(std::time::Duration::from_secs(3600));
    other.log_in(&site, ADA).await;
    let (mut acting, mut elsewhere) = (one.open(&site).await, other.open(&site).await);
    assert_eq!(one.post("/everywhere_but_here", NO_FIELDS).await.body, "2");
    assert_eq!(elsewhere.over().await, "logged_out_everywhere");
    assert!(acting.is_silent().await, "it goes where the host's answer leads");
    assert!(!one.is_logged_in().await, "its session has ended like all others");
    site.clock.advance(std::time::Duration::from_secs(10));
    assert_eq!(acting.over().await, "logged_out_everywhere");

    let site = start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let mut page = browser.open(&site).await;
    browser.post("/everywhere", NO_FIELDS).await;
    assert_eq!(page.over().await, "logged_out_everywhere");
}

#[tokio::test]
async fn what_another_site_sends_without_a_session_is_logged_once_a_path_with_both_origins() {
    let (log, _log) = Log::start(false);
    let site = start().await;
    let browser = site.browser();
    let send = |path: &'static str| {
        browser.bare(Method::POST, path).header("origin", "https://sister.example").form(NO_FIELDS).send()
    };
    send("/hook").await;
    let said = |log: &Log| log.text().matches("goes on without a session").count();
    assert_eq!(said(&log), 0, "nobody's session is left out: {}", log.text());
    browser.log_in(&site, ADA).await;
    for _ in 0..3 {
        send("/hook").await;
    }
    assert_eq!(said(&log), 1, "{}", log.text());
    let line = log.text().lines().find(|line| line.contains("goes on without a session")).unwrap().to_owned();
    assert!(line.contains("/hook") && line.contains("https://sister.example") && line.contains(&site.url), "{line}");
    send("/own").await;
    assert_eq!(said(&log), 2, "{}", log.text());
    browser.post("/hook", NO_FIELDS).await;
    assert_eq!(said(&log), 2, "a page of one's own is no news");

    // The host may have targets of any name.
    let text = log.text();
    assert!(text.contains(" leptos_magic_auth::security: ") && !text.contains(" security: "), "{text}");
}

/// A host that has forgotten the layer.
fn without_layer(auth: &MagicAuth) -> Router {
    Router::new()
        .route("/own", get(own))
        .route("/guarded", get(|| async { "guarded" }).route_layer(auth.require_session()))
        .merge(auth.router())
}

#[tokio::test]
async fn where_the_layer_is_missing_it_is_said_what_to_write() {
    let site = Setup::new().around(without_layer).start().await;
    let browser = site.browser();
    let answer = browser.get("/own").await;
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("`auth.layer()`"), "{}", answer.body);
    let answer = browser.post(&leptos_magic_auth::Paths::api("request_log_in"), &[("email", ADA)]).await;
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("`auth.layer()`"), "{}", answer.body);
    assert_eq!(site.email_count(), 0);
    assert_eq!(browser.get("/guarded").await.status, 303, "a guard needs no layer");
}

/// A host that has the layer twice.
fn with_two_layers(auth: &MagicAuth) -> Router {
    Router::new().route("/", get(who)).merge(auth.router()).layer(auth.layer()).layer(auth.layer())
}

#[tokio::test]
async fn twice_is_once() {
    let site = Setup::new().around(with_two_layers).start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert_eq!(browser.get("/").await.body, ADA);
}
